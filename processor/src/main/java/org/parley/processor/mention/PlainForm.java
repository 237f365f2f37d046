package org.parley.processor.mention;

import java.text.Normalizer;

/// The form in which words are compared: without what one writer puts and another leaves out.
///
/// That is accents on Latin letters, points on Hebrew ones, vowel signs, hamza and tatweel on
/// Arabic ones, the dots of ё, possessives, curly apostrophes and invisible joiners. ß is ss; ł, ø,
/// đ and ı are their plain letters. [Devanagari] and [Han] say what is one in Hindi and Chinese.
final class PlainForm {
  private static final char LAST_LATIN = 0x24F;
  private static final char FIRST_HEBREW = 0x590;
  private static final char LAST_ARABIC = 0x6FF;

  private PlainForm() {}

  /// The plain form of a word that is in small letters already.
  static String of(String word) {
    if (word.length() == 1 && Han.is(word.charAt(0))) {
      return String.valueOf(Han.simplified(word.charAt(0)));
    }
    String plain = isPlain(word) ? word : folded(word);
    return plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
  }

  /// ASCII, or Cyrillic letters without marks, or Han: most words of most texts.
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean cyrillic = c >= 'а' && c <= 'я';
      if (c >= 0x80 && !cyrillic && !Han.is(c)) {
        return false;
      }
    }
    return true;
  }

  private static String folded(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
    if (!apart.isEmpty() && Devanagari.is(apart.charAt(0))) {
      return Devanagari.plain(apart);
    }
    StringBuilder plain = new StringBuilder(apart.length());
    char base = 0;
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        base = c;
        fold(c, plain);
      } else if (!dropsMarks(base) && !(base == 'е' && c == '\u0308')) {
        plain.append(c);
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /// Not over Cyrillic or Indic letters: й is no и, and a vowel sign is a vowel.
  private static boolean dropsMarks(char base) {
    return base <= LAST_LATIN || base >= FIRST_HEBREW && base <= LAST_ARABIC;
  }

  private static void fold(char c, StringBuilder plain) {
    switch (c) {
      case '’', '‘', 'ʼ', '׳', '´' -> plain.append('\'');
      case '״', '“', '”' -> plain.append('"');
      case 'ß' -> plain.append("ss");
      case 'ł' -> plain.append('l');
      case 'ø' -> plain.append('o');
      case 'đ' -> plain.append('d');
      case 'ı' -> plain.append('i');
      case 'ى' -> plain.append('ي');
      case 'ة' -> plain.append('ه');
      case 'ـ', '\u200c', '\u200d' -> {}
      default -> plain.append(c);
    }
  }
}
