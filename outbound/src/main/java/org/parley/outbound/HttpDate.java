package org.parley.outbound;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A date in one of the three forms of RFC 9110, section 5.6.7, of which the last two are obsolete
/// and still to be read.
public final class HttpDate {
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

  private HttpDate() {}

  /// Null for what is none.
  public static @Nullable Instant parse(String text) {
    for (DateTimeFormatter form : DATES) {
      try {
        return form.parse(text.strip(), Instant::from);
      } catch (DateTimeParseException _) {
        // Not of this form; the next may fit.
      }
    }
    return null;
  }
}
