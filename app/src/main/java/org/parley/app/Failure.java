package org.parley.app;

import org.jspecify.annotations.Nullable;

/// What ends a command: one line that says what is wrong, where, and how to mend it. `Main` prints
/// the line and exits with the code; it is no bug, so no stack trace is shown.
public final class Failure extends RuntimeException {
  private final ExitCode code;

  public Failure(ExitCode code, String line) {
    this(code, line, null);
  }

  public Failure(ExitCode code, String line, @Nullable Throwable cause) {
    super(line, cause);
    this.code = code;
  }

  public ExitCode code() {
    return code;
  }

  /// The message, never missing.
  public String line() {
    return String.valueOf(getMessage());
  }
}
