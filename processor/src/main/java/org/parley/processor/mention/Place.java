package org.parley.processor.mention;

/// A run of words.
///
/// @param start first token
/// @param end token after the last
record Place(int start, int end) {
  static Place of(RuleHit hit) {
    return new Place(hit.start(), hit.end());
  }

  static Place of(NameHit hit) {
    return new Place(hit.start(), hit.end());
  }

  /// How many tokens stand between two; 0 when they touch or overlap.
  int distance(Place other) {
    return Math.max(0, Math.max(other.start - end, start - other.end));
  }
}
