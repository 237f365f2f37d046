package org.parley.ingest.text;

/// Tells sentences from labels, in any script.
public final class Prose {
  private static final String TERMINALS = ".!?…。！？｡؟۔।॥։።";
  private static final String CLOSERS = "\"'”’»›)]}“」』）】*_";
  private static final int LEAST_WORDS = 7;
  private static final int UNENDED_WORDS = 22;

  private Prose() {}

  /// Whether the text is a sentence or more, rather than a heading, a label or a link.
  public static boolean isProse(String text) {
    int words = words(text, 0, text.length());
    return words >= UNENDED_WORDS
        || words >= LEAST_WORDS && (endsSentence(text, 0, text.length()) || text.endsWith(":"))
        || words >= LEAST_WORDS && hasSentenceWithin(text);
  }

  /// Whether `text` breaks off: the beginning of something that stands elsewhere.
  static boolean breaksOff(String text) {
    return text.endsWith("...")
        || text.endsWith("…")
        || text.endsWith("[…]")
        || text.endsWith("[...]");
  }

  static boolean endsSentence(CharSequence text, int start, int end) {
    int last = end - 1;
    while (last >= start && CLOSERS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= start && TERMINALS.indexOf(text.charAt(last)) >= 0;
  }

  /// How many words, where a script without spaces counts two letters as one.
  public static int words(CharSequence text, int start, int end) {
    int words = 0;
    int ideographs = 0;
    boolean inWord = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x3040 && c <= 0x9FFF || c >= 0x0E00 && c <= 0x0EFF) {
        ideographs++;
        inWord = false;
      } else if (Character.isLetterOrDigit(c)) {
        words += inWord ? 0 : 1;
        inWord = true;
      } else if (c <= ' ' || Character.isSpaceChar(c)) {
        inWord = false;
      }
    }
    return words + (ideographs + 1) / 2;
  }

  static int words(String text) {
    return words(text, 0, text.length());
  }

  /// Whether a sentence ends in `text` before its end.
  static boolean hasSentenceWithin(String text) {
    for (int i = 12; i + 2 < text.length(); i++) {
      char c = text.charAt(i);
      if (TERMINALS.indexOf(c) >= 0 && endsWord(text, i) && startsSentence(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /// Not an initial or an abbreviation: at least four letters stand before the stop.
  private static boolean endsWord(String text, int stop) {
    if (text.charAt(stop) != '.') {
      return true;
    }
    for (int i = stop - 4; i < stop; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsSentence(String text, int at) {
    return text.charAt(at) == ' ' && Character.isUpperCase(text.charAt(at + 1));
  }

  /// Where the last sentence that ends before `limit` ends; `limit` when none does in its last
  /// thousand characters.
  static int lastSentenceEnd(String text, int limit) {
    for (int i = limit - 1; i > Math.max(0, limit - 1000); i--) {
      boolean ends = TERMINALS.indexOf(text.charAt(i)) >= 0;
      if (ends && (i + 1 == text.length() || text.charAt(i + 1) == ' ' || text.charAt(i) > '…')) {
        return i + 1;
      }
    }
    return limit;
  }
}
