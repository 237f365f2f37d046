package org.parley.app.doctor;

import org.jspecify.annotations.Nullable;

/// What one check came to.
///
/// @param check its name, one word
/// @param level how bad it is
/// @param says what was found, one line for a person
/// @param remedy what to do; none when nothing is wrong
public record Verdict(String check, Level level, String says, @Nullable String remedy) {
  /// How bad it is.
  public enum Level {
    OK,
    /// It works, and something should be done.
    WARN,
    /// It does not work.
    FAIL
  }

  static Verdict ok(String check, String says) {
    return new Verdict(check, Level.OK, says, null);
  }

  static Verdict warn(String check, String says, String remedy) {
    return new Verdict(check, Level.WARN, says, remedy);
  }

  static Verdict fail(String check, String says, String remedy) {
    return new Verdict(check, Level.FAIL, says, remedy);
  }

  /// What was found, and what to do.
  public String text() {
    return remedy == null ? says : says + "; " + remedy;
  }
}
