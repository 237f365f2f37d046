package org.parley.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/// The broker's files: formatted on first use, checked on every other. Formatting is all or
/// nothing, since it happens beside the place and is moved there when it is whole.
final class Storage {
  private static final String META = "meta.properties";

  /// Holds the metadata level it was formatted with, which only a broker that knows it can read.
  private static final String LEVEL = "parley.level";

  private static final int LATEST = MetadataVersion.latestProduction().featureLevel();

  private Storage() {}

  /// Makes `logs` a directory that this broker can start in.
  ///
  /// @throws BrokerException when it holds what this broker did not, or cannot, understand
  static void prepare(Path logs) throws IOException {
    if (isUsed(logs)) {
      check(logs);
    } else {
      format(logs);
    }
  }

  /// The same without making anything: what is not there yet is in order.
  ///
  /// @throws BrokerException as [#prepare]
  static void inspect(Path logs) throws IOException {
    if (isUsed(logs)) {
      check(logs);
    }
  }

  private static boolean isUsed(Path logs) throws IOException {
    if (!Files.isDirectory(logs)) {
      return Files.exists(logs);
    }
    try (Stream<Path> files = Files.list(logs)) {
      return files.findAny().isPresent();
    }
  }

  private static void check(Path logs) throws IOException {
    String nodeId = Integer.toString(NodeSettings.NODE_ID);
    if (!Files.isRegularFile(logs.resolve(LEVEL))
        || !nodeId.equals(read(logs.resolve(META)).getProperty("node.id"))) {
      throw new BrokerException(
          logs + " holds something other than Parley's data; choose another --data-dir");
    }
    String level = read(logs.resolve(LEVEL)).getProperty("metadata.version", "none");
    if (!level.matches("\\d{1,4}") || Integer.parseInt(level) > LATEST) {
      throw new BrokerException(
          logs
              + " was written by a newer Parley (metadata version "
              + level
              + ", known up to "
              + LATEST
              + "); use that one, or choose another --data-dir");
    }
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IllegalArgumentException e) {
        throw new IOException(file + " is damaged: " + e.getMessage(), e);
      }
    }
    return properties;
  }

  private static void format(Path logs) throws IOException {
    Path draft = logs.resolveSibling(logs.getFileName() + ".new");
    delete(draft);
    Files.createDirectory(draft);
    run(draft);
    Files.writeString(draft.resolve(LEVEL), "metadata.version=" + LATEST + "\n");
    Files.move(draft, logs, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void run(Path directory) throws IOException {
    try (var quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setNodeId(NodeSettings.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(NodeSettings.CONTROLLER)
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format " + directory + ": " + BrokerException.reason(e), e);
    }
  }

  /// Deletes a directory and all in it, where it exists.
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
