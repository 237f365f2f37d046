package org.parley.app.deadletter;

/// What came of writing a dead letter back.
public sealed interface Replayed {
  String id();

  /// It stands in its origin topic again.
  ///
  /// @param to `topic-partition`
  record Written(String id, String to) implements Replayed {}

  /// It was left alone.
  ///
  /// @param reason why, and what to do, one line for a person
  record Refused(String id, String reason) implements Replayed {}
}
