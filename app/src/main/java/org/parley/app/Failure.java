package org.parley.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

  /// A file or folder that cannot be read.
  public static Failure unreadable(Path path, IOException e) {
    String why =
        e instanceof NoSuchFileException
            ? "there is no such file; check the path"
            : "cannot be read: " + reason(e);
    return new Failure(ExitCode.NO_INPUT, path + ": " + why, e);
  }

  /// Without the path, which Java puts before the reason or leaves alone in place of one.
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "this user lacks the right; grant it";
      case FileSystemException known when known.getReason() != null -> known.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  public ExitCode code() {
    return code;
  }

  /// The message, never missing.
  public String line() {
    return String.valueOf(getMessage());
  }
}
