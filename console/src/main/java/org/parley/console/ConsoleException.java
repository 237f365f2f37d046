package org.parley.console;

import org.jspecify.annotations.Nullable;

/// The console cannot listen where it should; the message says where and why.
public final class ConsoleException extends RuntimeException {
  ConsoleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
