package org.parley.app;

/// A broker's answer that did not come, or was a failure.
public final class AwaitException extends RuntimeException {
  AwaitException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
