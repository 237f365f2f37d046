package org.parley.processor.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a language says of days besides the names of months and days that the JDK's locale data
/// has. Part of a lexicon; every part may be missing.
///
/// @param months other names of months, or other forms, by English name
/// @param days the same of days of the week
/// @param next words before or after a day of the week that put it ahead
/// @param last words that put it behind
/// @param today words for the day of the article
/// @param tomorrow words for the day after
/// @param yesterday words for the day before
/// @param vague words that tell of a time and not of a day, such as `next week`
public record DateWords(
    Map<Month, List<String>> months,
    Map<DayOfWeek, List<String>> days,
    List<String> next,
    List<String> last,
    List<String> today,
    List<String> tomorrow,
    List<String> yesterday,
    List<String> vague) {
  /// Nothing but the names that the JDK has.
  public static final DateWords NONE =
      new DateWords(
          Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public DateWords {
    months = months == null ? Map.of() : Map.copyOf(months);
    days = days == null ? Map.of() : Map.copyOf(days);
    next = orNone(next);
    last = orNone(last);
    today = orNone(today);
    tomorrow = orNone(tomorrow);
    yesterday = orNone(yesterday);
    vague = orNone(vague);
  }

  private static List<String> orNone(@Nullable List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }
}
