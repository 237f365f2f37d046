package org.parley.processor.language;

import java.util.Set;

/// What ends a sentence in Hindi and other languages in Devanagari: a danda, or a full stop or
/// vertical bar typed for one.
final class Dandas {
  private static final char DANDA = '।';
  private static final char DOUBLE_DANDA = '॥';

  /// Titles, and the English letters as they are spelled for initials: `एस. जयशंकर`.
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "डॉ", "डा", "प्रो", "मो", "पं", "श्री", "कु", "ले", "जन", "सं", "ए", "बी", "सी", "डी",
          "ई", "एफ", "जी", "एच", "जे", "के", "एल", "एम", "एन", "ओ", "पी", "आर", "एस", "टी", "यू",
          "वी", "वाई", "डब्ल्यू", "एक्स", "जेड");

  private Dandas() {}

  static boolean isDevanagari(char c) {
    return c >= 0x900 && c <= 0x97F && !isDanda(c);
  }

  /// Whether a full stop after `word` says that it was cut short.
  static boolean isAbbreviation(String word) {
    String last = word.substring(word.lastIndexOf('.') + 1);
    return ABBREVIATIONS.contains(last) || last.length() == 1 && isDevanagari(last.charAt(0));
  }

  /// Where a sentence ends that seems to end before `end`: after more dandas, and after a quotation
  /// mark that closes.
  static int closed(String words, int end) {
    int stop = end;
    if (!isDanda(words.charAt(end - 1))) {
      return end;
    }
    while (stop < words.length() && isDanda(words.charAt(stop))) {
      stop++;
    }
    boolean quote = stop < words.length() && "\"”'’)".indexOf(words.charAt(stop)) >= 0;
    boolean closes =
        quote && (stop + 1 == words.length() || Character.isWhitespace(words.charAt(stop + 1)));
    return closes ? stop + 1 : stop;
  }

  private static boolean isDanda(char c) {
    return c == DANDA || c == DOUBLE_DANDA;
  }

  /// Whether a sentence ends at `at`, after Devanagari, in a sign typed for a danda: a full stop
  /// with no space after it, or a vertical bar with none before it.
  static boolean glued(String text, int at) {
    char after = text.charAt(at + 1);
    if (text.charAt(at) == '|') {
      return Character.isWhitespace(after);
    }
    if (text.charAt(at) != '.' || !isDevanagari(after)) {
      return false;
    }
    int from = at;
    while (from > 0 && isDevanagari(text.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < text.length() && isDevanagari(text.charAt(to))) {
      to++;
    }
    boolean chain = to - at <= 4 && to < text.length() && text.charAt(to) == '.';
    return !chain && !isAbbreviation(text.substring(from, at));
  }
}
