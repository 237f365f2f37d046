package org.parley.processor.fingerprint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a text as the words by which a copy is known again: in lower case, without diacritics,
/// whatever the site's quotation marks, hyphens and digits look like. A script without spaces gives
/// one word a character.
final class Words {
  private final Spellings spellings;
  private final StringBuilder word = new StringBuilder();
  private final List<String> words = new ArrayList<>();

  private Words(Spellings spellings) {
    this.spellings = spellings;
  }

  static List<String> of(String text, Spellings spellings) {
    Words reader = new Words(spellings);
    reader.read(plain(text));
    return reader.words;
  }

  /// Compatibility forms made plain, lower case, marks set apart from their letters.
  private static String plain(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFD);
  }

  private void read(String text) {
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int c = text.codePointAt(at);
      next = at + Character.charCount(c);
      if (isDropped(c) || joins(c, text, next)) {
        continue;
      }
      if (Character.isDigit(c)) {
        word.append((char) ('0' + Character.digit(c, 10)));
      } else if (standsAlone(c)) {
        endWord();
        word.appendCodePoint(c);
        endWord();
      } else if (Character.isLetter(c) || isVowelSign(c)) {
        word.appendCodePoint(c);
      } else {
        endWord();
        if (c == '%') {
          words.add("percent");
        }
      }
    }
    endWord();
  }

  private void endWord() {
    if (!word.isEmpty()) {
      words.add(spellings.fold(word.toString()));
      word.setLength(0);
    }
  }

  /// Accents, Hebrew points and Arabic vowel marks: one site writes them, the next does not.
  private static boolean isDropped(int c) {
    return (c >= 0x300 && c <= 0x36F)
        || (c >= 0x591 && c <= 0x5C7)
        || (c >= 0x64B && c <= 0x652)
        || c == 0x670
        || c == 0x640
        || c == 0xAD
        || (c >= 0x200B && c <= 0x200D);
  }

  /// Whether `c` stands inside a word: an apostrophe between letters, a separator between digits.
  private boolean joins(int c, String text, int next) {
    if (word.isEmpty() || next >= text.length()) {
      return false;
    }
    char before = word.charAt(word.length() - 1);
    char after = text.charAt(next);
    return switch (c) {
      case '\'', '\u2019', '\u2018', '\u02BC', '\u00B4', '`' ->
          Character.isLetter(before) && Character.isLetter(after);
      case '.', ',' -> Character.isDigit(before) && Character.isDigit(after);
      default -> false;
    };
  }

  private static boolean standsAlone(int c) {
    if (c < 0xE00) {
      return false;
    }
    return Character.isIdeographic(c)
        || switch (Character.UnicodeScript.of(c)) {
          case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(c);
          default -> false;
        };
  }

  private static boolean isVowelSign(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
