package org.parley.processor.mention;

/// The script of Hindi, in which many a word is spelled in more than one way.
final class Devanagari {
  private static final char NUKTA = 0x93C;
  private static final char CANDRABINDU = 0x901;
  private static final char ANUSVARA = 0x902;
  private static final char VIRAMA = 0x94D;

  /// Each nasal with the stops before which it may be written as an anusvara.
  private static final String[] NASALS = {"ङकखगघ", "ञचछजझ", "णटठडढ", "नतथदध", "मपफबभ"};

  private Devanagari() {}

  static boolean is(char c) {
    return c >= 0x900 && c <= 0x97F;
  }

  /// A word without nukta, and with every nasal before its stop as an anusvara: ग़ज़ा is गजा,
  /// शान्ति is शांति, पाँच is पांच.
  ///
  /// @param word with its marks apart (NFD)
  static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isNasalOfNext(word, i)) {
        plain.append(ANUSVARA);
        i++;
      } else if (c != NUKTA) {
        plain.append(c == CANDRABINDU ? ANUSVARA : c);
      }
    }
    return plain.toString();
  }

  private static boolean isNasalOfNext(String word, int at) {
    if (at + 2 >= word.length() || word.charAt(at + 1) != VIRAMA) {
      return false;
    }
    for (String nasal : NASALS) {
      if (nasal.charAt(0) == word.charAt(at)) {
        return nasal.indexOf(word.charAt(at + 2), 1) > 0;
      }
    }
    return false;
  }
}
