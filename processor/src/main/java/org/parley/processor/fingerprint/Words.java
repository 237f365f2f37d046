package org.parley.processor.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Reads a text as the words by which a copy is known again: in lower case, without diacritics,
/// whatever the site's quotation marks, hyphens and digits look like. A script without spaces gives
/// one word a character. It is told as well which words began with a capital.
final class Words {
  /// What a character does to the word that is being read.
  private enum Kind {
    LETTER,
    DIGIT,
    /// A word of its own.
    ALONE,
    /// Part of a word, or its end: its neighbours tell.
    JOINER,
    PERCENT,
    DROPPED,
    CAPITAL,
    END
  }

  /// How many digits of a number stand together, all but the first of them.
  private static final int GROUP = 3;

  /// The kinds of the characters of alphabets: to look them up takes a fifth of the time.
  private static final Kind[] KINDS = new Kind[0x2E80];

  static {
    Arrays.setAll(KINDS, Words::kindOf);
  }

  private final Spellings spellings;
  private final StringBuilder word = new StringBuilder();
  private final List<String> words = new ArrayList<>();
  private final BitSet capitals = new BitSet();

  /// Whether the word is a number of several groups of digits.
  private boolean isGrouped;

  private Words(Spellings spellings) {
    this.spellings = spellings;
  }

  static Words of(String text, Spellings spellings) {
    Words reader = new Words(spellings);
    reader.read(PlainText.of(text).toCharArray());
    return reader;
  }

  List<String> list() {
    return words;
  }

  /// Whether a word began with a capital.
  boolean isCapital(int place) {
    return capitals.get(place);
  }

  private void read(char[] text) {
    int next;
    for (int at = 0; at < text.length; at = next) {
      int c = Character.codePointAt(text, at);
      next = at + Character.charCount(c);
      switch (c < KINDS.length ? KINDS[c] : kindOf(c)) {
        case LETTER -> {
          next = endOfLetters(text, next);
          word.append(text, at, next - at);
        }
        case DIGIT -> word.append((char) ('0' + Character.digit(c, 10)));
        case JOINER -> {
          if (!joins(c, text, next)) {
            if (Character.isLetter(c)) {
              word.appendCodePoint(c);
            } else {
              endWord();
            }
          }
        }
        case ALONE -> {
          endWord();
          word.appendCodePoint(c);
          endWord();
        }
        case PERCENT -> {
          endWord();
          words.add("percent");
        }
        case END -> {
          if (c == ' ' && groups(text, next)) {
            isGrouped = true;
          } else {
            endWord();
          }
        }
        case CAPITAL -> {
          if (word.isEmpty()) {
            capitals.set(words.size());
          }
        }
        case DROPPED -> {}
      }
    }
    endWord();
  }

  private static int endOfLetters(char[] text, int from) {
    int end = from;
    while (end < text.length && text[end] < KINDS.length && KINDS[text[end]] == Kind.LETTER) {
      end++;
    }
    return end;
  }

  private void endWord() {
    if (!word.isEmpty()) {
      words.add(spellings.fold(word.toString()));
      word.setLength(0);
      isGrouped = false;
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

  private static Kind kindOf(int c) {
    if (isDropped(c)) {
      return Kind.DROPPED;
    }
    if (Character.isDigit(c)) {
      return Kind.DIGIT;
    }
    if (standsAlone(c)) {
      return Kind.ALONE;
    }
    if (isApostrophe(c) || isSeparator(c)) {
      return Kind.JOINER;
    }
    if (Character.isLetter(c) || isVowelSign(c)) {
      return Kind.LETTER;
    }
    if (c == PlainText.CAPITAL) {
      return Kind.CAPITAL;
    }
    return c == '%' ? Kind.PERCENT : Kind.END;
  }

  /// Whether `c` stands inside a word: an apostrophe between letters, a separator between digits.
  private boolean joins(int c, char[] text, int next) {
    if (word.isEmpty() || next >= text.length) {
      return false;
    }
    char before = word.charAt(word.length() - 1);
    char after = text[next];
    return isApostrophe(c)
        ? Character.isLetter(before) && Character.isLetter(after)
        : Character.isDigit(before) && Character.isDigit(after);
  }

  /// Whether a space stands between the groups of a number's digits, as in 11 704.
  private boolean groups(char[] text, int next) {
    int end = next + GROUP;
    return !word.isEmpty()
        && isNumber(word)
        && (word.length() <= GROUP || isGrouped)
        && end <= text.length
        && isDigits(text, next, end)
        && (end == text.length || !Character.isDigit(text[end]));
  }

  private static boolean isNumber(CharSequence word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isDigits(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isDigit(text[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isApostrophe(int c) {
    return switch (c) {
      case '\'', '\u2019', '\u2018', '\u02BC', '\u00B4', '`' -> true;
      default -> false;
    };
  }

  private static boolean isSeparator(int c) {
    return c == '.' || c == ',';
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
