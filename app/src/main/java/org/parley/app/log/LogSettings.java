package org.parley.app.log;

import java.util.Arrays;
import java.util.Locale;
import org.slf4j.event.Level;

/// How to log.
///
/// @param level of Parley's own loggers; the libraries' are set in `logback.xml`
public record LogSettings(Format format, Level level) {
  public static final LogSettings STANDARD = new LogSettings(Format.TEXT, Level.INFO);

  /// What a line looks like.
  public enum Format {
    /// For a person.
    TEXT,
    /// A JSON object a line, and nothing else on standard error while a service runs.
    JSON
  }

  /// @throws IllegalArgumentException when it is neither
  public static Format format(String label) {
    return Arrays.stream(Format.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("neither text nor json"));
  }

  /// @throws IllegalArgumentException when it is none
  public static Level level(String label) {
    if (!label.equals(label.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("in capitals");
    }
    return Level.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
