package org.parley.processor.watch;

/// A watch that cannot be followed. The message is one line for the person who wrote the watch:
/// which watch or file, which field, what is wrong with it, where, and how to mend it.
public final class InvalidWatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;
  private final int index;

  InvalidWatchException(String message, String field) {
    this(message, field, message, 0);
  }

  private InvalidWatchException(String message, String field, String problem, int index) {
    super(message);
    this.field = field;
    this.problem = problem;
    this.index = index;
  }

  static InvalidWatchException of(String watchId, String field, String problem) {
    return new InvalidWatchException(named(watchId, field, problem), field, problem, 0);
  }

  static InvalidWatchException of(String watchId, TextQuery.Refused refused) {
    return new InvalidWatchException(
        named(watchId, "query", refused.problem()), "query", refused.bare(), refused.index());
  }

  private static String named(String watchId, String field, String problem) {
    return "watch '" + watchId + "', " + field + ": " + problem;
  }

  /// Which field of the watch is at fault; empty when it is none in particular.
  public String field() {
    return field;
  }

  /// What is wrong with the field, without its place.
  String problem() {
    return problem;
  }

  /// Where in the field's value it is, for who can tell a line and column from that.
  int index() {
    return index;
  }
}
