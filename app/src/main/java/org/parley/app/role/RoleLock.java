package org.parley.app.role;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.Layout;

/// One instance of a role to a data directory, over all processes of the machine. The system lets
/// go of the lock when its process ends, however it ends.
final class RoleLock implements AutoCloseable {
  /// Those of this process. Locks belong to the whole process, and closing any channel on a file
  /// ends all of them: so within the process this set is asked, not the file.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private RoleLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// @throws Failure when another instance has it, a newer version wrote what lies there, or the
  ///   directory cannot be written
  static RoleLock take(Path dataDir, String role) {
    Layout.check(dataDir);
    synchronized (HELD) {
      try {
        Files.createDirectories(dataDir);
        Path file = dataDir.toRealPath().resolve(role + ".lock");
        if (HELD.contains(file)) {
          throw taken(dataDir, role);
        }
        FileChannel channel = locked(file);
        if (channel == null) {
          throw taken(dataDir, role);
        }
        HELD.add(file);
        Layout.mark(dataDir);
        return new RoleLock(file, channel);
      } catch (IOException e) {
        throw new Failure(
            ExitCode.CANNOT_START, dataDir + ": cannot be written; choose another --data-dir", e);
      }
    }
  }

  private static @Nullable FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
      channel.close();
      return null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Failure taken(Path dataDir, String role) {
    return new Failure(
        ExitCode.CANNOT_START,
        "another instance of '"
            + role
            + "' runs on the data directory "
            + dataDir
            + "; stop it, or give this one a --data-dir of its own");
  }

  /// Lets go of it. Idempotent.
  @Override
  public void close() {
    synchronized (HELD) {
      HELD.remove(file);
      try {
        channel.close();
      } catch (IOException e) {
        throw new Failure(ExitCode.CANNOT_START, file + ": cannot be closed", e);
      }
    }
  }
}
