package org.parley.app.role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.parley.app.ExitCode;
import org.parley.app.Failure;

/// The name that an instance keeps over restarts: with it a consumer group gives it back its
/// partitions at once. It lives in the data directory.
final class Instance {
  private static final String FILE = "instance.id";

  private Instance() {}

  /// The directory's name for itself, made at the first call.
  static String idIn(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    try {
      Files.createDirectories(dataDir);
      if (!Files.exists(file)) {
        Files.writeString(file, UUID.randomUUID() + "\n");
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new Failure(
          ExitCode.CANNOT_START, dataDir + ": cannot be written; choose another --data-dir", e);
    }
  }
}
