package org.parley.ingest.corpus;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The kinds of files that hold articles.
enum FileFormat {
  TEXT(".txt"),
  MARKDOWN(".md"),
  HTML(".html", ".htm"),
  JSON_LINES(".jsonl");

  static final String ENDINGS = ".txt, .md, .html and .jsonl";

  private final String[] endings;

  FileFormat(String... endings) {
    this.endings = endings;
  }

  /// By the file's name, or `null` for a file that holds none and for a hidden one.
  static @Nullable FileFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (FileFormat format : values()) {
      for (String ending : format.endings) {
        if (name.endsWith(ending) && !name.startsWith(".")) {
          return format;
        }
      }
    }
    return null;
  }
}
