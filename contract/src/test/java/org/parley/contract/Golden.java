package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that say what is meant to come out. `-Dparley.golden=write` writes them anew; the diff
/// then shows what a change does to those who read the contract.
public final class Golden {
  private static final boolean WRITING = "write".equals(System.getProperty("parley.golden"));

  private Golden() {}

  /// Fails unless `file` holds `actual`, or writes it.
  public static void check(Path file, String actual) {
    if (WRITING) {
      write(file, actual);
    }
    assertThat(Files.exists(file) ? read(file) : "")
        .as("%s; if the change is meant, write it anew with -Dparley.golden=write", file)
        .isEqualTo(actual);
  }

  /// A file that is written once, when it is missing, and never again.
  static String frozen(Path file, String first) {
    if (WRITING && !Files.exists(file)) {
      write(file, first);
    }
    return read(file);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
