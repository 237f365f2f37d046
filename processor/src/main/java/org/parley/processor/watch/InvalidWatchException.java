package org.parley.processor.watch;

/// A watch that cannot be followed. The message is one line for the person who wrote the watch:
/// which watch or file, which field, what is wrong with it, where, and how to mend it.
public final class InvalidWatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  InvalidWatchException(String message, String field) {
    super(message);
    this.field = field;
  }

  static InvalidWatchException of(String watchId, String field, String problem) {
    return new InvalidWatchException("watch '" + watchId + "', " + field + ": " + problem, field);
  }

  /// Which field of the watch is at fault; empty when it is none in particular.
  public String field() {
    return field;
  }
}
