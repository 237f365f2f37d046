package org.parley.contract;

import java.time.Duration;

/// Told how long an article took to come as far as it has. Called on the threads that do the work,
/// so it must return at once. No decision depends on it.
@FunctionalInterface
public interface LatencyListener {
  /// Nobody wants to know.
  LatencyListener NONE = (point, sinceFetched) -> {};

  /// How far.
  enum Point {
    /// It is a match, on its way to its lane.
    MATCHED,
    /// An alert tells of it.
    ALERTED,
    /// A receiver has accepted the alert.
    DELIVERED
  }

  /// @param sinceFetched from the time that the article says it was fetched; never negative
  void reached(Point point, Duration sinceFetched);
}
