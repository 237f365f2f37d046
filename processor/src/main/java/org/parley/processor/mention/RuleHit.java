package org.parley.processor.mention;

/// A rule's phrase in a sentence.
///
/// @param start first token
/// @param end token after the last
record RuleHit(Rule rule, int start, int end) {
  boolean is(Rule.Kind kind) {
    return rule.kind() == kind;
  }

  /// How many tokens stand between two hits; 0 when they touch or overlap.
  int distance(RuleHit other) {
    return Math.max(0, Math.max(other.start - end, start - other.end));
  }

  boolean covers(RuleHit other) {
    return start <= other.start && other.end <= end;
  }

  /// Whether this one covers the other and says more.
  boolean swallows(RuleHit other) {
    return covers(other) && end - start > other.end - other.start;
  }

  boolean overlaps(RuleHit other) {
    return start < other.end && other.start < end;
  }

  /// Whether this only looks like the concept and covers some of the other.
  boolean excludes(RuleHit other) {
    return is(Rule.Kind.EXCLUDED) && overlaps(other);
  }
}
