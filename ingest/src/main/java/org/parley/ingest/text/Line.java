package org.parley.ingest.text;

import java.util.ArrayList;
import java.util.List;

/// One line of a raw text.
///
/// @param start of its first character that is not white space; the line's end when blank
/// @param end after its last one
/// @param indent how many characters of white space stand before it
record Line(int start, int end, int indent) {
  static List<Line> of(String raw) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < raw.length(); i++) {
      if (isBreak(raw.charAt(i))) {
        lines.add(trimmed(raw, start, i));
        if (raw.charAt(i) == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    lines.add(trimmed(raw, start, raw.length()));
    return lines;
  }

  boolean isBlank() {
    return start >= end;
  }

  /// With the indent.
  int width() {
    return indent + end - start;
  }

  private static Line trimmed(String raw, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isTrim(raw.charAt(start))) {
      start++;
    }
    while (end > start && isTrim(raw.charAt(end - 1))) {
      end--;
    }
    return new Line(start, end, start - from);
  }

  private static boolean isTrim(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  private static boolean isBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == '\u000B'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }
}
