package org.parley.broker;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The directory of one running broker: locked, with room, formatted, and with the broker's address
/// in it while it serves.
final class DataDirectory implements AutoCloseable {
  private static final String ADDRESS = "broker.address";

  private final Path root;
  private final boolean ephemeral;
  private final DirectoryLock lock;

  private DataDirectory(Path root, boolean ephemeral, DirectoryLock lock) {
    this.root = root;
    this.ephemeral = ephemeral;
    this.lock = lock;
  }

  /// @param kept none for a directory of its own, deleted on close
  /// @param leastFree bytes that must be free
  /// @throws BrokerException when it cannot be used
  static DataDirectory open(@Nullable Path kept, long leastFree) {
    try {
      Path root =
          kept == null ? Files.createTempDirectory("parley-broker-") : kept.toAbsolutePath();
      Files.createDirectories(root);
      DirectoryLock lock = DirectoryLock.take(root);
      if (lock == null) {
        throw inUse(root);
      }
      var directory = new DataDirectory(root, kept == null, lock);
      directory.prepare(leastFree);
      return directory;
    } catch (IOException e) {
      throw new BrokerException(
          "cannot use the data directory "
              + (kept == null ? "" : kept + ": ")
              + reason(e)
              + "; choose another --data-dir",
          e);
    }
  }

  /// Whether it is deleted on close.
  boolean isEphemeral() {
    return ephemeral;
  }

  private static BrokerException inUse(Path root) throws IOException {
    String where =
        readAddress(root).map(address -> " (its broker is at " + address + ")").orElse("");
    return new BrokerException(
        "another Parley runs on the data directory "
            + root
            + where
            + "; stop it, or choose another --data-dir");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied on " + denied.getFile();
      case FileAlreadyExistsException taken -> taken.getFile() + " is not a directory";
      default -> BrokerException.reason(e);
    };
  }

  private void prepare(long leastFree) throws IOException {
    try {
      long free = Files.getFileStore(root).getUsableSpace();
      if (free < leastFree) {
        throw new BrokerException(
            "the disk of the data directory "
                + root
                + " is too full: "
                + megabytes(free)
                + " free, "
                + megabytes(leastFree)
                + " needed; make room, or choose another --data-dir");
      }
      Storage.prepare(logs());
      // One that a killed process left behind.
      Files.deleteIfExists(root.resolve(ADDRESS));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  Path root() {
    return root;
  }

  Path logs() {
    return logs(root);
  }

  private static Path logs(Path root) {
    return root.resolve("kafka");
  }

  /// @throws BrokerException when the data in `root` is not this broker's, or a newer one's
  static void check(Path root) throws IOException {
    Storage.inspect(logs(root));
  }

  /// How much room is left, as people write it.
  String room() {
    return megabytes(root.toFile().getUsableSpace()) + " free on its disk";
  }

  private static String megabytes(long bytes) {
    return (bytes >> 20) + " MB";
  }

  void announce(String address) throws IOException {
    Path draft = root.resolve(ADDRESS + ".new");
    Files.writeString(draft, address + "\n");
    Files.move(draft, root.resolve(ADDRESS), StandardCopyOption.ATOMIC_MOVE);
  }

  void withdraw() {
    try {
      Files.deleteIfExists(root.resolve(ADDRESS));
    } catch (IOException e) {
      throw unclear(e);
    }
  }

  /// The address of the broker that runs in `root`, whichever process it is in.
  static Optional<String> addressIn(Path root) throws IOException {
    return DirectoryLock.isHeld(root) ? readAddress(root) : Optional.empty();
  }

  private static Optional<String> readAddress(Path root) throws IOException {
    Path file = root.resolve(ADDRESS);
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  @Override
  public void close() {
    try {
      lock.close();
      if (ephemeral) {
        Storage.delete(root);
      }
    } catch (IOException e) {
      throw unclear(e);
    }
  }

  private BrokerException unclear(IOException e) {
    return new BrokerException(
        "cannot clear up the data directory " + root + ": " + BrokerException.reason(e), e);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
