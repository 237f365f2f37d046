package org.parley.processor.mention;

import java.text.Normalizer;

/// The form in which words are compared: without accents, possessives and curly apostrophes.
final class PlainForm {
  private PlainForm() {}

  /// The plain form of a word that is in small letters already.
  static String of(String word) {
    String plain = isAscii(word) ? word : withoutMarks(word);
    return plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMarks(String word) {
    String apart = Normalizer.normalize(word.replace('’', '\''), Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    char base = 0;
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
      // Only over Latin letters: й is no и.
      if (!mark || base >= 0x250) {
        plain.append(c);
      }
      base = mark ? base : c;
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }
}
