package org.parley.processor.alert;

import java.time.Instant;

/// What one watch was told of one story so far.
///
/// @param revision of the last alert
/// @param sources the greatest milestone of sources that was passed then, 0 for none
/// @param at the lane's time when it was last of use
public record Told(int revision, int sources, Instant at) {
  /// The same, of use again.
  public Told usedAt(Instant now) {
    return new Told(revision, sources, now);
  }
}
