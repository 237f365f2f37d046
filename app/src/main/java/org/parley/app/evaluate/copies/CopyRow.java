package org.parley.app.evaluate.copies;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// One labelled text.
///
/// @param id of the text
/// @param cluster the texts that are copies of one another have the same
/// @param kind what was done to it, for counting by kind
/// @param text with its line breaks
/// @param at when it came, or none
public record CopyRow(String id, String cluster, String kind, String text, @Nullable Instant at) {
  private static final int CELLS = 4;

  /// Reads a line of `id, cluster, kind, text` and perhaps a time, separated by tabs; in the text a
  /// line break is `\n` and a backslash `\\`.
  ///
  /// @throws IllegalArgumentException saying what is wrong with the line
  static CopyRow of(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < CELLS || cells.length > CELLS + 1) {
      throw new IllegalArgumentException(
          "a row is id, cluster, kind, text and perhaps a time, with tabs between; this one has "
              + cells.length
              + " cells");
    }
    if (cells[0].isBlank() || cells[1].isBlank()) {
      throw new IllegalArgumentException("a row needs an id and a cluster");
    }
    return new CopyRow(cells[0], cells[1], cells[2], unescaped(cells[3]), time(cells));
  }

  private static @Nullable Instant time(String[] cells) {
    if (cells.length == CELLS || cells[CELLS].isBlank()) {
      return null;
    }
    try {
      return Instant.parse(cells[CELLS].strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "time '" + cells[CELLS] + "' is not like 2026-03-01T06:00:00Z", e);
    }
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
