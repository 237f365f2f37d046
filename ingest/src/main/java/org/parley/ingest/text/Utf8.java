package org.parley.ingest.text;

/// Counts bytes of UTF-8 without making them. Text must have no broken surrogate pairs.
final class Utf8 {
  private Utf8() {}

  static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += of(text.charAt(i));
    }
    return bytes;
  }

  /// How many code units of `text`, from its start, take at most `room` bytes.
  static int unitsWithin(String text, int room) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += of(text.charAt(i));
      if (bytes > room) {
        return Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
      }
    }
    return text.length();
  }

  /// Each half of a pair counts for two of its four bytes.
  private static int of(char unit) {
    if (unit < 0x80) {
      return 1;
    }
    return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
  }
}
