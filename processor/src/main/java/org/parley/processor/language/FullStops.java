package org.parley.processor.language;

import java.util.Locale;
import java.util.Set;

/// What a full stop means: the end of a sentence, or of an abbreviation.
final class FullStops {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "sgt", "adm",
          "brig", "gov", "sen", "rep", "rev", "hon", "st", "jr", "sr", "vs", "jan", "feb", "mar",
          "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "e.g", "i.e", "approx",
          "amb", "pres", "vol", "msgr", "messrs", "bzw", "ca", "nr", "hl", "mio", "mrd", "inkl",
          "evtl", "sog", "vgl", "z", "np", "tzw", "ul", "św", "ks", "płk", "ppłk", "mjr", "dyr",
          "zob", "inż", "abp", "kard", "m.in", "tys", "tzv", "např", "sv", "plk", "ing", "mudr",
          "judr", "npor", "tj", "tis", "mld");

  /// Words that start a sentence far more often than they follow `U.S.` inside one.
  private static final Set<String> STARTERS =
      Set.of("the", "he", "she", "it", "they", "we", "in", "but", "this", "these", "a", "an", "on");

  /// How much of a text tells whether it has capitals.
  private static final int HEAD = 4000;

  private FullStops() {}

  static boolean mayEnd(char c) {
    return ".!?…:;\"”»'’)。！？؟।".indexOf(c) >= 0;
  }

  /// Whether the stretch ends in a full stop that an abbreviation, an initial or an ordinal owns:
  /// `Mr.`, `U.S.` before a word, `J.`, `21.` before `April`.
  static boolean endsInAbbreviation(String words, int start, int end) {
    int stop = end;
    while (stop > start && Character.isWhitespace(words.charAt(stop - 1))) {
      stop--;
    }
    if (stop == start || words.charAt(stop - 1) != '.') {
      return false;
    }
    if (Ordinals.stands(words, stop, end)) {
      return true;
    }
    int from = stop - 1;
    while (from > start && isPartOfWord(words.charAt(from - 1))) {
      from--;
    }
    String word = words.substring(from, stop - 1);
    if (isInitials(word)) {
      return word.length() == 1 || !STARTERS.contains(wordAt(words, end));
    }
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT)) || Dandas.isAbbreviation(word);
  }

  static String wordAt(String words, int start) {
    int end = start;
    while (end < words.length() && Character.isLetter(words.charAt(end))) {
      end++;
    }
    return words.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetter(c) || c == '.' || Dandas.isDevanagari(c);
  }

  /// `J` or `U.S`: capitals, each alone between full stops.
  private static boolean isInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean letter = i % 2 == 0;
      if (letter != Character.isUpperCase(word.charAt(i)) || !letter && word.charAt(i) != '.') {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }

  /// Whether a sentence ends at `at` although no space follows, as in `on Sunday.The talks`.
  static boolean glued(String text, int at) {
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    if (Dandas.isDevanagari(before)) {
      return Dandas.glued(text, at);
    }
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    char after = text.charAt(at + 1);
    boolean word =
        Character.isLowerCase(before) || Character.isDigit(before) || "\"”»)".indexOf(before) >= 0;
    boolean opens =
        Character.isUpperCase(after)
            && at + 2 < text.length()
            && (Character.isLowerCase(text.charAt(at + 2)) || text.charAt(at + 2) == ' ');
    return word && (opens || after == '-' || after == '“');
  }

  /// Whether a sentence of a text without capitals ends at `at`, in a sentence from `start`.
  static boolean endsLowerCase(String text, int start, int at) {
    char c = text.charAt(at);
    return (c == '.' || c == '!' || c == '?')
        && Character.isWhitespace(text.charAt(at + 1))
        && !endsInAbbreviation(text, start, at + 1);
  }

  /// Whether a text of some length has no capitals, though its script has them.
  static boolean isLowerCase(String text) {
    int capitals = 0;
    int small = 0;
    for (int i = 0; i < Math.min(text.length(), HEAD); i++) {
      capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return small > 100 && capitals * 200 < small;
  }
}
