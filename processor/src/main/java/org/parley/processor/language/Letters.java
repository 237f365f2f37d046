package org.parley.processor.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The letters of a text, made fit for counting n-grams.
final class Letters {
  private static final Pattern NO_PROSE =
      Pattern.compile("(?:https?://|www\\.)\\S{1,2000}|\\S{1,80}@\\S{1,200}|#\\w{1,80}");
  private static final double MOST = 0.5;

  /// A text in another script has Latin names, brands and quotations in it; one in Latin letters
  /// has little of other scripts. This share of letters is enough for another script.
  private static final double MUCH = 0.35;

  /// How many letters a Chinese or Japanese sign, or a Korean block, counts for.
  private static final int SIGN = 2;

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
          || Character.getType(c) == Character.COMBINING_SPACING_MARK
          || c == '\'') {
        letters.appendCodePoint(c);
        capitals += Character.isUpperCase(c) ? 1 : 0;
      } else if (c == '’' || c == 'ʼ') {
        letters.append('\'');
      } else if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
        letters.append(' ');
      }
    }
    String sample = letters.toString().strip();
    return capitals > MOST * sample.length() ? small(sample) : sample;
  }

  /// I without a dot is no small i in Turkish, which has İ besides.
  private static String small(String capitals) {
    boolean turkish = capitals.indexOf('İ') >= 0 || capitals.indexOf('Ğ') >= 0;
    return capitals.toLowerCase(turkish ? Locale.forLanguageTag("tr") : Locale.ROOT);
  }

  /// Looking for addresses costs as much as all the rest, and few texts have any.
  private static boolean mayHoldAddress(String text) {
    return text.indexOf('@') >= 0
        || text.indexOf('#') >= 0
        || text.contains("://")
        || text.contains("www.");
  }

  /// The script that the text is in: the one that most letters are of, or another than Latin that
  /// many are of.
  static UnicodeScript script(String sample) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int all = 0;
    for (int c : sample.codePoints().filter(c -> c != ' ' && c != '\'').toArray()) {
      UnicodeScript script = joined(UnicodeScript.of(c));
      int weight = script == UnicodeScript.HAN || script == UnicodeScript.HANGUL ? SIGN : 1;
      counts.merge(script, weight, Integer::sum);
      all += weight;
    }
    UnicodeScript most = UnicodeScript.LATIN;
    double least = MUCH * all;
    for (Map.Entry<UnicodeScript, Integer> script : counts.entrySet()) {
      if (script.getKey() != UnicodeScript.LATIN && script.getValue() > least) {
        most = script.getKey();
        least = script.getValue();
      }
    }
    return most;
  }

  /// Japanese is written in three scripts at a time.
  private static UnicodeScript joined(UnicodeScript script) {
    boolean kana = script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    return kana ? UnicodeScript.HAN : script;
  }

  /// The language of a script that one language of the news is written in, or `null`.
  static @Nullable String languageOf(UnicodeScript script, String sample) {
    if (script != UnicodeScript.HAN) {
      return onlyLanguage(script);
    }
    long kana = sample.codePoints().filter(Letters::isKana).count();
    long han = sample.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN).count();
    return kana * 10 > han ? "ja" : "zh";
  }

  private static boolean isKana(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
  }

  /// The words of a sample that are in a script.
  static String wordsIn(UnicodeScript script, String sample) {
    StringJoiner words = new StringJoiner(" ");
    for (String word : sample.split(" ")) {
      if (!word.isEmpty() && UnicodeScript.of(word.codePointAt(0)) == script) {
        words.add(word);
      }
    }
    return words.toString();
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
