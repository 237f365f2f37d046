package org.parley.alerts.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The file that holds the key of a [Seal]: one line of base64, readable by its owner alone.
final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private KeyFile() {}

  static byte[] read(Path file) throws IOException {
    try {
      return readExisting(file);
    } catch (NoSuchFileException _) {
      make(file);
      return readExisting(file);
    }
  }

  private static byte[] readExisting(Path file) throws IOException {
    String text = Files.readString(file).strip();
    if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(file + " can be read by others; run chmod 600 " + file);
    }
    try {
      return decode(text, file.toString());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  static byte[] decode(String base64, String origin) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      throw notAKey(origin);
    }
    if (key.length != Seal.KEY_LENGTH) {
      throw notAKey(origin);
    }
    return key;
  }

  private static IllegalArgumentException notAKey(String origin) {
    return new IllegalArgumentException(
        "the key in " + origin + " must be 32 bytes in base64, as of: openssl rand -base64 32");
  }

  /// Written beside and linked into place, so that of two processes at once one wins and neither
  /// reads half a key.
  private static void make(Path file) throws IOException {
    byte[] key = new byte[Seal.KEY_LENGTH];
    new SecureRandom().nextBytes(key);
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(folder, ".secrets", ".key");
    try {
      Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // The other process won; its key is read next.
      return;
    } finally {
      Files.delete(draft);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
