package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What came of an attempt, or of a delivery without one.
public enum Outcome {
  /// The receiver answered 2xx.
  DELIVERED(true),
  /// The attempt failed, and another will be made.
  FAILED(false),
  /// Given up: the last attempt failed, or none could succeed.
  DEAD(true),
  /// A newer revision of the alert took its place.
  SUPERSEDED(true),
  /// Its endpoint was removed.
  CANCELLED(true),
  /// An operator asked for silence.
  SILENCED(true);

  private final boolean last;

  Outcome(boolean last) {
    this.last = last;
  }

  /// Whether nothing comes after it.
  public boolean isLast() {
    return last;
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Outcome of(String label) {
    return Require.labelled(values(), Outcome::label, label, "outcome");
  }
}
