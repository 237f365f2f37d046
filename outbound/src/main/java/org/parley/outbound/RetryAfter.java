package org.parley.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Retry-After` header of RFC 9110, section 10.2.3: whole seconds or an HTTP date.
public final class RetryAfter {
  /// The longest wait that is honoured.
  public static final Duration CAP = Duration.ofHours(24);

  private static final Pattern SECONDS = Pattern.compile("\\d+");

  private RetryAfter() {}

  /// When to come back.
  ///
  /// @param value of the header, or none
  /// @param answeredAt what seconds count from
  /// @return null where the header asks for nothing that can be done: absent, garbage, or past
  public static @Nullable Instant parse(@Nullable String value, Instant answeredAt) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    Instant asked =
        SECONDS.matcher(text).matches() ? seconds(text, answeredAt) : HttpDate.parse(text);
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
}
