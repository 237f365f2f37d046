package org.parley.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// What a data directory holds and how it is written, as one number in its file `parley.layout`:
/// the names of its parts, and the formats of the state stores. The broker's own files have a
/// number of their own, which the broker looks after.
///
/// A version of Parley starts on every layout up to [#NEWEST]; one without a number was written
/// before there were any, and is layout 1. See `docs/decisions/0055-layout.md`.
public final class Layout {
  /// What this version writes.
  public static final int NEWEST = 1;

  private static final String FILE = "parley.layout";

  private Layout() {}

  /// Makes sure that this version understands what `dataDir` holds. Touches nothing.
  ///
  /// @throws Failure when a newer version wrote it, or the number cannot be read
  public static void check(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    String number = Files.exists(file) ? read(file) : "1";
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw new Failure(
          ExitCode.CANNOT_START,
          file + " is damaged: it must hold a number; restore it, or choose another --data-dir");
    }
    if (Integer.parseInt(number) > NEWEST) {
      throw new Failure(
          ExitCode.CANNOT_START,
          dataDir
              + " was written by a newer Parley (layout "
              + number
              + ", known up to "
              + NEWEST
              + "); use that one, or choose another --data-dir");
    }
  }

  /// Writes this version's number into a directory that has none. To be called after [#check], by
  /// whoever has a lock there.
  public static void mark(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    if (Files.exists(file)) {
      return;
    }
    try {
      // Two roles may do this at the same time.
      Path draft = Files.createTempFile(dataDir, FILE, ".new");
      Files.writeString(draft, NEWEST + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.CANNOT_START, dataDir + ": cannot be written; choose another --data-dir", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      throw new Failure(ExitCode.CANNOT_START, file + ": cannot be read; allow it", e);
    }
  }
}
