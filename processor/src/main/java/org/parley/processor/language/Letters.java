package org.parley.processor.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The letters of a text, made fit for counting n-grams.
final class Letters {
  private static final Pattern NO_PROSE =
      Pattern.compile("(?:https?://|www\\.)\\S{1,2000}|\\S{1,80}@\\S{1,200}");
  private static final double MOST = 0.5;

  private Letters() {}

  /// The first letters of `text` without addresses, digits and signs, words one space apart. A text
  /// in capitals is lowered, since profiles count small letters.
  static String sample(String text, int length) {
    String head = text.substring(0, Math.min(text.length(), 4 * length));
    if (mayHoldAddress(head)) {
      head = NO_PROSE.matcher(head).replaceAll(" ");
    }
    StringBuilder letters = new StringBuilder(length);
    int capitals = 0;
    for (int i = 0; i < head.length() && letters.length() < length; ) {
      int c = head.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || c == '\'') {
        letters.appendCodePoint(c);
        capitals += Character.isUpperCase(c) ? 1 : 0;
      } else if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
        letters.append(' ');
      }
    }
    String sample = letters.toString().strip();
    return capitals > MOST * sample.length() ? sample.toLowerCase(Locale.ROOT) : sample;
  }

  /// Looking for addresses costs as much as all the rest, and few texts have any.
  private static boolean mayHoldAddress(String text) {
    return text.indexOf('@') >= 0 || text.contains("://") || text.contains("www.");
  }

  /// The language of a script that one language of the news is written in, or `null`.
  static @Nullable String languageOfScript(String sample) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int all = 0;
    for (int c : sample.codePoints().filter(Character::isLetter).toArray()) {
      counts.merge(UnicodeScript.of(c), 1, Integer::sum);
      all++;
    }
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    if (han + kana > MOST * all) {
      return kana * 10 > han ? "ja" : "zh";
    }
    for (Map.Entry<UnicodeScript, Integer> script : counts.entrySet()) {
      if (script.getValue() > MOST * all) {
        return onlyLanguage(script.getKey());
      }
    }
    return null;
  }

  private static @Nullable String onlyLanguage(UnicodeScript script) {
    return switch (script) {
      case HANGUL -> "ko";
      case HEBREW -> "he";
      case GREEK -> "el";
      case THAI -> "th";
      case DEVANAGARI -> "hi";
      case BENGALI -> "bn";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      case MYANMAR -> "my";
      case ETHIOPIC -> "am";
      case KHMER -> "km";
      default -> null;
    };
  }
}
