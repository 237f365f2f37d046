package org.parley.ingest.feed.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.Dates;

/// Reads dates as feeds write them: a date, a time and a zone, each in any of the forms of a table,
/// whatever stands between them.
///
/// A time without a zone, or with one of unknown or several meanings (`IST`), is read as UTC, as
/// feed readers do; a date without a time is the start of that day in UTC. A date that may be read
/// in two ways, and one before 1980 or after 2100, is none.
final class FeedDates {
  private static final int EARLIEST = 1980;
  private static final int LATEST = 2100;
  private static final int LONGEST = 100;

  private static final String YEAR = "(?<y>\\d{4})";
  private static final String MONTH = "(?<mon>\\p{L}[\\p{L}\\p{M}]{2,14})\\.?";

  /// In this order; the first that is found counts.
  private static final List<Pattern> DATES =
      List.of(
          Pattern.compile(
              "(?<![\\d-])"
                  + YEAR
                  + "\\s*([-/.])\\s*(?<m>\\d{1,2})\\s*\\2\\s*(?<d>\\d{1,2})(?!\\d)"),
          Pattern.compile("(?<!\\d)" + YEAR + "(?<m>\\d{2})(?<d>\\d{2})(?!\\d)"),
          Pattern.compile("^" + YEAR + "(?<m>\\d{2})(?<d>\\d{2})(?=\\d{6}(?!\\d))"),
          Pattern.compile("(?<!\\d)" + YEAR + "-(?<ordinal>\\d{3})(?!\\d)"),
          Pattern.compile(YEAR + "\\s*[年년]\\s*(?<m>\\d{1,2})\\s*[月월]\\s*(?<d>\\d{1,2})\\s*[日일]"),
          Pattern.compile(
              "(?<![\\d:])(?<d>\\d{1,2})(?:st|nd|rd|th|\\.|º)?[\\s-]*(?:de\\s+)?"
                  + MONTH
                  + "[\\s,-]*(?:de\\s+|del\\s+)?(?<yy>\\d{4}|\\d{2})(?![\\d:])"),
          Pattern.compile(
              "(?<!\\p{L})"
                  + MONTH
                  + "\\s*(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)"
                  + YEAR
                  + "(?!\\d)"),
          // asctime and date(1): the year comes after the time.
          Pattern.compile(
              "(?<!\\p{L})"
                  + MONTH
                  + "\\s+(?<d>\\d{1,2})\\s+\\d{1,2}:\\d{2}(?::\\d{2})?.*?(?<!\\d)"
                  + YEAR
                  + "(?!\\d)"),
          Pattern.compile("(?<!\\d)(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\." + YEAR + "(?!\\d)"),
          Pattern.compile("(?<!\\d)(?<a>\\d{1,2})([/-])(?<b>\\d{1,2})\\2" + YEAR + "(?!\\d)"),
          Pattern.compile("^(?<y>\\d{4})-(?<m>\\d{1,2})$"));

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(?<h>\\d{1,2})[:hH](?<min>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9})\\d*)?)?(?![\\d:])"
              + "\\s*(?<half>[AaPp]\\.?[Mm]\\.?(?!\\p{L}))?");
  private static final Pattern COMPACT_TIME =
      Pattern.compile(
          "(?:^|[T ])(?<h>\\d{2})(?<min>\\d{2})(?<s>\\d{2})?(?<f>(?!))?(?<half>(?!))?(?!\\d)");

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:GMT|UTC|UT|Z)?\\s*(?<sign>[+\\-\u2212])\\s*(?<h>\\d{1,2}):?(?<m>\\d{2})?(?!\\d)");
  private static final Pattern ZONE =
      Pattern.compile("\\(?([A-Za-z]{1,5}|[A-Z][A-Za-z]+/[A-Za-z_/]+)\\b");
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(?:\\.\\d{1,9})?");
  private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");

  /// In hours. What has more than one meaning is not in it.
  private static final Map<String, Double> ZONES = zones();

  private FeedDates() {}

  /// The instant that `text` means, or `null` when it means none for certain.
  static @Nullable Instant parse(@Nullable String text) {
    String date = text == null ? "" : text.strip();
    if (date.isEmpty() || date.length() > LONGEST) {
      return null;
    }
    try {
      return sane(instant(date));
    } catch (DateTimeException e) {
      // Its time is none, such as 25:61.
      return null;
    }
  }

  private static @Nullable Instant sane(@Nullable Instant at) {
    int year = at == null ? 0 : at.atOffset(ZoneOffset.UTC).getYear();
    return year < EARLIEST || year > LATEST ? null : at;
  }

  private static @Nullable Instant instant(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond((long) Double.parseDouble(text));
    }
    if (MILLIS.matcher(text).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    for (Pattern form : DATES) {
      Matcher m = form.matcher(text);
      while (m.find()) {
        LocalDate date = date(m);
        if (date != null) {
          return at(date, text, m);
        }
      }
    }
    return Dates.parse(text);
  }

  private static @Nullable LocalDate date(Matcher m) {
    try {
      return dated(m);
    } catch (DateTimeException e) {
      // It looks like a date and is none, such as 2022-99-01.
      return null;
    }
  }

  private static @Nullable LocalDate dated(Matcher m) {
    Map<String, Integer> groups = m.namedGroups();
    if (groups.containsKey("ordinal")) {
      return LocalDate.ofYearDay(number(m, "y"), number(m, "ordinal"));
    }
    int year = groups.containsKey("yy") ? year(m.group("yy")) : number(m, "y");
    if (groups.containsKey("a")) {
      return numeric(year, number(m, "a"), number(m, "b"));
    }
    Integer month =
        groups.containsKey("mon") ? Dates.month(m.group("mon")) : Integer.valueOf(number(m, "m"));
    int day = groups.containsKey("d") ? number(m, "d") : 1;
    return month == null ? null : LocalDate.of(year, month, day);
  }

  /// Day and month in either order, where only one is possible.
  private static @Nullable LocalDate numeric(int year, int first, int second) {
    if (first > 12 || first == second) {
      return LocalDate.of(year, second, first);
    }
    return second > 12 ? LocalDate.of(year, first, second) : null;
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
  }

  private static Instant at(LocalDate date, String text, Matcher found) {
    Matcher time = TIME.matcher(text);
    boolean has = time.find();
    if (!has) {
      time = COMPACT_TIME.matcher(text).region(found.end(), text.length());
      has = time.find();
    }
    if (!has) {
      return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String rest = text.substring(time.end()).strip();
    return local(date, time).minusSeconds(offset(rest, date)).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime local(LocalDate date, Matcher time) {
    int hour = number(time, "h");
    String half = time.group("half");
    if (half != null) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    // Midnight may be written at the end of a day, and a leap second counts as the one before.
    int days = hour == 24 ? 1 : 0;
    int second = time.group("s") == null ? 0 : Math.min(59, number(time, "s"));
    String fraction = time.group("f");
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    return date.plusDays(days)
        .atTime(LocalTime.of(hour - 24 * days, number(time, "min"), second, nanos));
  }

  /// In seconds east of Greenwich.
  private static long offset(String rest, LocalDate date) {
    Matcher offset = OFFSET.matcher(rest);
    if (offset.lookingAt()) {
      int minutes = offset.group("m") == null ? 0 : number(offset, "m");
      long seconds = number(offset, "h") * 3600L + minutes * 60L;
      return offset.group("sign").equals("+") ? seconds : -seconds;
    }
    Matcher zone = ZONE.matcher(rest);
    if (!zone.lookingAt()) {
      return 0;
    }
    String name = zone.group(1);
    if (name.contains("/") && ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name).getRules().getOffset(date.atTime(12, 0)).getTotalSeconds();
    }
    return Math.round(ZONES.getOrDefault(name.toUpperCase(Locale.ROOT), 0.0) * 3600);
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  private static Map<String, Double> zones() {
    Map<String, Double> zones = new HashMap<>();
    String table =
        "EST -5 EDT -4 CST -6 CDT -5 MST -7 MDT -6 PST -8 PDT -7 AKST -9 AKDT -8 HST -10 NST -3.5 NDT -2.5"
            + " WET 0 WEST 1 BST 1 CET 1 CEST 2 MEZ 1 MESZ 2 EET 2 EEST 3 MSK 3 MSD 4 TRT 3 SAST 2 WAT 1"
            + " CAT 2 EAT 3 PKT 5 NPT 5.75 JST 9 KST 9 HKT 8 PHT 8 WIB 7 ICT 7 AEST 10 AEDT 11"
            + " ACST 9.5 ACDT 10.5 AWST 8 NZST 12 NZDT 13 BRT -3 ART -3 CLT -4";
    String[] words = table.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      zones.put(words[i], Double.valueOf(words[i + 1]));
    }
    return zones;
  }
}
