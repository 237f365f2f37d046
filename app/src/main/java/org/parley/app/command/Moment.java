package org.parley.app.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.app.config.Length;

/// A moment as people write it on the command line.
final class Moment {
  /// For the help of options that take one.
  static final String FORMS = "2h, 30m, 3d, 2026-11-26 or 2026-11-26T10:00Z";

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

  private Moment() {}

  /// The moment that `text` means: so long before now (`90s`, `30m`, `2h`, `3d`), the beginning of
  /// a day in UTC, or an instant with its offset.
  ///
  /// @throws IllegalArgumentException saying what forms there are
  static Instant of(String text, Clock clock) {
    Matcher ago = AGO.matcher(text);
    return ago.matches() ? clock.instant().minus(Length.of(text)) : absolute(text, FORMS);
  }

  /// The same without those that depend on the present, for what must not.
  static Instant absolute(String text) {
    return absolute(text, "2022-02-28 or 2022-02-28T12:00:00Z");
  }

  private static Instant absolute(String text, String forms) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("time '" + text + "' must be like " + forms, e);
    }
  }
}
