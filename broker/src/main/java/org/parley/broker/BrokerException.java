package org.parley.broker;

import org.jspecify.annotations.Nullable;

/// The embedded broker cannot run here. The message is one line that says why and how to mend it.
public final class BrokerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokerException(String message) {
    super(message);
  }

  BrokerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// What went wrong underneath, on one line.
  static String reason(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? "" : root.getMessage().strip();
    String first = message.lines().findFirst().orElse("");
    return first.isEmpty() ? root.getClass().getSimpleName() : first;
  }
}
