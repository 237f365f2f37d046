package org.parley.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.app.ExitCode;
import org.parley.app.Failure;

/// The file of a data directory that says where its console listens, for commands on this machine.
/// A process that is killed leaves it behind; who asks there gets no answer then.
public final class ConsoleAddress {
  private static final String FILE = "console.address";

  private final Path file;

  private ConsoleAddress(Path file) {
    this.file = file;
  }

  public static ConsoleAddress in(Path dataDir) {
    return new ConsoleAddress(dataDir.resolve(FILE));
  }

  /// `host:port`, when a console was started here and not stopped.
  public Optional<String> read() {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw Failure.unreadable(file, e);
    }
  }

  void write(String address) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, address + "\n");
    } catch (IOException e) {
      throw new Failure(
          ExitCode.CANNOT_START, file + ": cannot be written; choose another --data-dir", e);
    }
  }

  /// Removes the file, unless another console has written its own address since.
  void forget(String address) {
    try {
      if (read().filter(address::equals).isPresent()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new Failure(ExitCode.CANNOT_START, file + ": cannot be removed", e);
    }
  }
}
