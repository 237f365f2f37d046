package org.parley.app.replay;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How fast a replay runs.
///
/// @param factor how many times faster than the corpus's own time; 0 for as fast as can be
public record Speed(double factor) {
  private static final Pattern TEXT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)x");

  /// @throws IllegalArgumentException saying what a speed is, for anything but `max` or `60x`
  public static Speed of(String text) {
    if (text.equals("max")) {
      return new Speed(0);
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          "speed '" + text + "' must be max, or a factor such as 60x");
    }
    return new Speed(Double.parseDouble(matcher.group(1)));
  }

  /// How long to wait for something that comes `gap` later in the corpus.
  Duration wait(Duration gap) {
    return factor == 0 ? Duration.ZERO : Duration.ofNanos((long) (gap.toNanos() / factor));
  }
}
