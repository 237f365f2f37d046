package org.parley.processor.fingerprint;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes compatibility forms plain, letters small, and sets marks apart from their letters: NFKC,
/// lower case, NFD, of the whole text. What stands alone in that (nearly every character of an
/// alphabet) is looked up; only the rest is normalised, piece by piece. A mark tells which letters
/// were capitals, save in a text with a capital sigma.
///
/// A piece begins at a character before which no normalisation form joins anything: it is no mark,
/// no jamo and does not decompose into one, so what comes before it does not change what it becomes
/// (Unicode Standard Annex #15, *Stable code points*).
final class PlainText {
  /// Beyond it there are scripts whose characters are joined by more than marks, and surrogates.
  private static final int KNOWN = 0x2E80;

  private static final int ASCII = 0x80;

  /// Put before a letter that was a capital: a noncharacter, which no text has for a letter.
  static final char CAPITAL = '\uFDD0';

  /// Its lower case depends on the letters around it.
  private static final char SIGMA = '\u03A3';

  /// What each character becomes when it stands alone; none for one that never does.
  private static final @Nullable String[] ALONE = new String[KNOWN];

  static {
    for (char c = 0; c < KNOWN; c++) {
      ALONE[c] = standsAlone(c) ? whole(String.valueOf(c)) : null;
    }
  }

  private PlainText() {}

  static String of(String text) {
    char[] chars = text.toCharArray();
    StringBuilder plain = new StringBuilder(text.length() + 16);
    int next;
    for (int at = 0; at < chars.length; at = next) {
      next = at + 1;
      while (next < chars.length && !isAlone(chars[next])) {
        next++;
      }
      char c = chars[at];
      if (next == at + 1 && isAlone(c)) {
        if (Character.isUpperCase(c)) {
          plain.append(CAPITAL);
        }
        if (c < ASCII) {
          plain.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        } else {
          plain.append(ALONE[c]);
        }
      } else {
        String piece = Normalizer.normalize(text.substring(at, next), Normalizer.Form.NFKC);
        if (piece.indexOf(SIGMA) >= 0) {
          return whole(text);
        }
        if (!piece.isEmpty() && Character.isUpperCase(piece.codePointAt(0))) {
          plain.append(CAPITAL);
        }
        plain.append(Normalizer.normalize(piece.toLowerCase(Locale.ROOT), Normalizer.Form.NFD));
      }
    }
    return plain.toString();
  }

  private static boolean isAlone(char c) {
    return c < ASCII || (c < KNOWN && ALONE[c] != null);
  }

  private static boolean standsAlone(char c) {
    String plain = whole(String.valueOf(c));
    String composed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return !plain.isEmpty()
        && composed.indexOf(SIGMA) < 0
        && beginsPiece(c)
        && beginsPiece(composed.codePointAt(0))
        && beginsPiece(plain.codePointAt(0));
  }

  private static boolean beginsPiece(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.UNASSIGNED,
          Character.SURROGATE ->
          false;
      default -> Character.UnicodeScript.of(c) != Character.UnicodeScript.HANGUL;
    };
  }

  private static String whole(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFD);
  }
}
