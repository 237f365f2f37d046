package org.parley.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Retry-After` header of RFC 9110, section 10.2.3: whole seconds or an HTTP date.
final class RetryAfter {
  /// The longest wait that is honoured.
  static final Duration CAP = Duration.ofHours(24);

  private static final Pattern SECONDS = Pattern.compile("\\d+");

  /// The three forms of an HTTP date, of which the last two are obsolete and still to be read.
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.US)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US)
              .withZone(ZoneOffset.UTC));

  private RetryAfter() {}

  /// When to come back.
  ///
  /// @param value of the header, or none
  /// @param answeredAt what seconds count from
  /// @return null where the header asks for nothing that can be done: absent, garbage, or past
  static @Nullable Instant parse(@Nullable String value, Instant answeredAt) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    Instant asked = SECONDS.matcher(text).matches() ? seconds(text, answeredAt) : date(text);
    if (asked == null || asked.isBefore(answeredAt)) {
      return null;
    }
    Instant latest = answeredAt.plus(CAP);
    return asked.isAfter(latest) ? latest : asked;
  }

  private static Instant seconds(String digits, Instant answeredAt) {
    // More digits than these are past the cap anyway, and past a long as well.
    long seconds = digits.length() > 9 ? CAP.toSeconds() : Long.parseLong(digits);
    return answeredAt.plusSeconds(Math.min(seconds, CAP.toSeconds()));
  }

  private static @Nullable Instant date(String text) {
    for (DateTimeFormatter form : DATES) {
      try {
        return form.parse(text, Instant::from);
      } catch (DateTimeParseException _) {
        // Not of this form; the next may fit.
      }
    }
    return null;
  }
}
