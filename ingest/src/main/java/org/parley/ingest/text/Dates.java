package org.parley.ingest.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as news sites write them, in the languages that the JDK knows month names of.
///
/// A date without a year is no date, and neither is one that may be read in two ways
/// (`03/04/2022`). A time counts only with an offset, else the date is the start of its day in UTC.
public final class Dates {
  private static final int EARLIEST = 1900;
  private static final int LATEST = 2100;
  private static final int LONGEST = 120;

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "ru", "uk", "bg", "sr", "ro",
          "hu", "tr", "ar", "he", "fa", "hi", "el", "sv", "da", "nb", "fi");
  private static final Map<String, Integer> MONTHS = months();

  private static final String YEAR = "((?:19|20)\\d{2})";
  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)" + YEAR + "[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern EAST_ASIAN =
      Pattern.compile(YEAR + "\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|º)?[.,]?\\s*[-–]?\\s*(?:de\\s+|d['’])?(\\p{L}[\\p{L}\\p{M}]{2,14})"
              + "[.,]?\\s*[-–]?\\s*(?:de\\s+|del\\s+)?"
              + YEAR
              + "(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}[\\p{L}\\p{M}]{2,14})[.,]?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+"
              + YEAR
              + "(?!\\d)");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2" + YEAR + "(?!\\d)");

  private Dates() {}

  /// A date found in a short line.
  ///
  /// @param start where its characters start in the line
  /// @param end after the last
  record Found(Instant at, int start, int end) {}

  /// The instant of a machine-readable date (ISO 8601 or RFC 1123), else of a written one.
  public static @Nullable Instant parse(@Nullable String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST) {
      return null;
    }
    String text = value.strip();
    Instant exact = exact(text);
    if (exact != null) {
      return exact;
    }
    Found found = find(text);
    return found == null ? null : found.at();
  }

  private static @Nullable Instant exact(String text) {
    for (DateTimeFormatter format :
        List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            BASIC_OFFSET,
            DateTimeFormatter.RFC_1123_DATE_TIME)) {
      try {
        OffsetDateTime at = OffsetDateTime.parse(text, format);
        return at.getYear() < EARLIEST || at.getYear() > LATEST ? null : at.toInstant();
      } catch (DateTimeParseException e) {
        // Not written in this format; the next may fit.
        continue;
      }
    }
    return null;
  }

  private static final DateTimeFormatter BASIC_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSS][' ']xx", Locale.ROOT);

  /// The first date in a short line of text.
  static @Nullable Found find(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    Matcher m = ISO.matcher(line);
    if (m.find()) {
      return found(m, m.group(1), number(m.group(2)), m.group(3));
    }
    m = EAST_ASIAN.matcher(line);
    if (m.find()) {
      return found(m, m.group(1), number(m.group(2)), m.group(3));
    }
    m = MONTH_FIRST.matcher(line);
    while (m.find()) {
      Integer month = month(m.group(1));
      if (month != null) {
        return found(m, m.group(3), month, m.group(2));
      }
    }
    m = DAY_FIRST.matcher(line);
    while (m.find()) {
      Integer month = month(m.group(2));
      if (month != null) {
        return found(m, m.group(3), month, m.group(1));
      }
    }
    m = NUMERIC.matcher(line);
    return m.find() ? numeric(m) : null;
  }

  /// With dots the day comes first everywhere; with slashes only when the other reading is none.
  private static @Nullable Found numeric(Matcher m) {
    int first = number(m.group(1));
    int second = number(m.group(3));
    if (m.group(2).equals(".") || first > 12 || first == second) {
      return found(m, m.group(4), second, m.group(1));
    }
    return second > 12 ? found(m, m.group(4), first, m.group(3)) : null;
  }

  private static @Nullable Found found(Matcher m, String year, int month, String day) {
    try {
      LocalDate date = LocalDate.of(number(year), month, number(day));
      return new Found(date.atStartOfDay(ZoneOffset.UTC).toInstant(), m.start(), m.end());
    } catch (DateTimeException e) {
      // A number that looks like a date and is none, such as 2022-99-01.
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /// The number of the month of that name, in any of the languages; `null` when there is none.
  public static @Nullable Integer month(String name) {
    return MONTHS.get(folded(name));
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.of(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = folded(month.getDisplayName(style, locale));
          if (name.length() >= 3 && Character.isLetter(name.charAt(0))) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    months.putIfAbsent("sept", 9);
    return months;
  }

  private static String folded(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
