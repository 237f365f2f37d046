package org.parley.processor.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Span;

/// A day or time that a text names.
///
/// @param at where its words stand in the text
/// @param saying what they say
public record FoundDate(Span at, Saying saying) {
  /// What a date's words say.
  public sealed interface Saying {
    /// `12 March 2026`.
    record Day(LocalDate day) implements Saying {}

    /// `12 March`.
    record DayOfYear(MonthDay day) implements Saying {}

    /// `Monday`, `next Monday`, `last Monday`.
    ///
    /// @param ahead 1 when it is said to lie ahead, -1 behind, 0 when that is not said
    record Weekday(DayOfWeek day, int ahead) implements Saying {}

    /// `tomorrow`.
    record Near(int days) implements Saying {}

    /// `next week`: no day.
    record Vague() implements Saying {}
  }

  /// Whether it names a day of the calendar, which tells more than one told from the article's.
  public boolean isOfCalendar() {
    return switch (saying) {
      case Saying.Day _, Saying.DayOfYear _ -> true;
      case Saying.Weekday _, Saying.Near _, Saying.Vague _ -> false;
    };
  }

  /// The day that is meant, or `null` when the words do not tell.
  ///
  /// @param published day of the article, where known
  /// @param ahead whether what happens on that day is still to come: it decides where a weekday
  ///   alone is said
  public @Nullable LocalDate resolve(@Nullable LocalDate published, boolean ahead) {
    return switch (saying) {
      case Saying.Day(LocalDate day) -> day;
      case Saying.DayOfYear(MonthDay day) -> published == null ? null : nearest(day, published);
      case Saying.Weekday(DayOfWeek day, int said) ->
          published == null ? null : weekday(day, said, published, ahead);
      case Saying.Near(int days) -> published == null ? null : published.plusDays(days);
      case Saying.Vague() -> null;
    };
  }

  /// In the year in which it lies nearest to the article.
  private static @Nullable LocalDate nearest(MonthDay day, LocalDate published) {
    return IntStream.rangeClosed(published.getYear() - 1, published.getYear() + 1)
        .filter(day::isValidYear)
        .mapToObj(day::atYear)
        .min((one, other) -> Long.compare(apart(one, published), apart(other, published)))
        .orElse(null);
  }

  private static long apart(LocalDate day, LocalDate published) {
    return Math.abs(ChronoUnit.DAYS.between(published, day));
  }

  private static LocalDate weekday(DayOfWeek day, int said, LocalDate published, boolean ahead) {
    return switch (said) {
      case 1 -> published.with(TemporalAdjusters.next(day));
      case -1 -> published.with(TemporalAdjusters.previous(day));
      default ->
          published.with(
              ahead ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
    };
  }

  /// That day, or `null` when there is none.
  static @Nullable Saying day(int year, int month, int day) {
    try {
      return new Saying.Day(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// That day, or `null` when there is none.
  static @Nullable Saying dayOfYear(int month, int day) {
    try {
      return new Saying.DayOfYear(MonthDay.of(month, day));
    } catch (DateTimeException _) {
      return null;
    }
  }
}
