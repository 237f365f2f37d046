package org.parley.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether there is room on the data directory's disk.
final class DiskCheck {
  private static final String NAME = "disk";
  private static final long MEGABYTE = 1024L * 1024;

  /// Below this no broker starts.
  private static final long LEAST = 256 * MEGABYTE;

  private static final long COMFORTABLE = 2048 * MEGABYTE;

  private DiskCheck() {}

  static Verdict look(Path dataDir) {
    Path there = dataDir;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return verdict(dataDir, Files.getFileStore(there).getUsableSpace());
    } catch (IOException e) {
      return Verdict.warn(
          NAME,
          "the disk of " + there + " cannot be asked: " + e.getMessage(),
          "look at it by hand");
    }
  }

  static Verdict verdict(Path dataDir, long usable) {
    String says = usable / MEGABYTE + " MB free for " + dataDir;
    if (usable < LEAST) {
      return Verdict.fail(
          NAME,
          says + ", under the " + LEAST / MEGABYTE + " MB that a broker needs",
          "make room, or choose another --data-dir");
    }
    return usable < COMFORTABLE
        ? Verdict.warn(NAME, says, "make room before it is full")
        : Verdict.ok(NAME, says);
  }
}
