package org.parley.contract;

/// A stretch of a text, in UTF-16 code units, the end exclusive.
///
/// @param start of its first code unit
/// @param end one past its last code unit
public record Span(int start, int end) {
  public Span {
    Require.atLeast(0, start, "start");
    Require.atLeast(start, end, "end");
  }

  public int length() {
    return end - start;
  }

  /// Whether the two share at least one code unit.
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /// The stretch of `text` that this names; `text` must be at least [#end()] long.
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }
}
