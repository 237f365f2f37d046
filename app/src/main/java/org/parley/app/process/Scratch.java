package org.parley.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.config.Config;
import org.parley.broker.EmbeddedBroker;

/// A data directory of its own, thrown away at the end: what `demo` and `replay` use so that they
/// run beside anything else.
public final class Scratch implements AutoCloseable {
  private static final String PREFIX = "parley-";

  private final Path directory;
  private final Config config;

  private Scratch(Path directory, Config config) {
    this.directory = directory;
    this.config = config;
  }

  /// The configuration `base` on a new directory.
  public static Scratch of(Config base) {
    try {
      Path directory = Files.createTempDirectory(PREFIX);
      return new Scratch(directory, base.withDataDir(directory));
    } catch (IOException e) {
      throw new Failure(
          ExitCode.CANNOT_START,
          System.getProperty("java.io.tmpdir") + ": no directory can be made there; set TMPDIR",
          e);
    }
  }

  /// Unlike that of any other.
  public String id() {
    return directory.getFileName().toString().substring(PREFIX.length());
  }

  public Config config() {
    return config;
  }

  /// A broker that is gone with it, on a free port.
  public EmbeddedBroker.Settings broker() {
    return EmbeddedBroker.Settings.in(directory.resolve("broker"));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": cannot be removed", e);
    }
  }
}
