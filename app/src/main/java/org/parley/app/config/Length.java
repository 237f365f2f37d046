package org.parley.app.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of time as people write it: `90s`, `15m`, `2h`, `1d`.
public final class Length {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

  private Length() {}

  /// @throws IllegalArgumentException when it is none
  public static Duration of(String text) {
    Matcher length = FORM.matcher(text);
    if (!length.matches()) {
      throw new IllegalArgumentException("'" + text + "' must be like 90s, 15m, 2h or 1d");
    }
    long number = Long.parseLong(length.group(1));
    return switch (length.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
