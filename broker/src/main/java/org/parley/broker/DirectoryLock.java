package org.parley.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One broker to a directory, over all processes of the machine. The system lets go of the lock
/// when its process ends, however it ends.
///
/// The lock file has two locked bytes. Only brokers ever take the first, so that failing to get it
/// means that there is another broker. Whoever asks whether a broker is alive tries the second, and
/// so never stands in the way of one that starts.
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "broker.lock";
  private static final long OWNER = 0;
  private static final long ALIVE = 1;

  /// Those of this process, by real path. Locks belong to the whole process, and closing any
  /// channel on the file ends all of them: so within the process this set is asked, not the file.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /// @return none when another broker has it
  /// @throws IOException when the file cannot be written or locked
  static @Nullable DirectoryLock take(Path directory) throws IOException {
    synchronized (HELD) {
      Path real = directory.toRealPath();
      if (HELD.contains(real)) {
        return null;
      }
      FileChannel channel =
          FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return null;
      }
      HELD.add(real);
      return new DirectoryLock(real, channel);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      if (channel.tryLock(OWNER, 1, false) == null) {
        return false;
      }
      // Blocks only while someone asks whether a broker is alive.
      channel.lock(ALIVE, 1, false);
      return true;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Whether a broker, of this process or another, runs in `directory`.
  static boolean isHeld(Path directory) throws IOException {
    synchronized (HELD) {
      Path file = directory.resolve(FILE);
      if (!Files.exists(file)) {
        return false;
      }
      if (HELD.contains(directory.toRealPath())) {
        return true;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
          FileLock free = channel.tryLock(ALIVE, 1, true)) {
        return free == null;
      }
    }
  }

  /// Idempotent.
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (channel.isOpen()) {
        HELD.remove(directory);
        channel.close();
      }
    }
  }
}
