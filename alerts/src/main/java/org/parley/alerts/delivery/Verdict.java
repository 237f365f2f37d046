package org.parley.alerts.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What to do about a [Report].
public sealed interface Verdict {
  /// It arrived.
  record Delivered() implements Verdict {}

  /// Try again.
  ///
  /// @param at when the next attempt is due
  /// @param endpointUntil until when nothing else may be sent to the endpoint either, or none
  record Retry(Instant at, @Nullable Instant endpointUntil) implements Verdict {}

  /// Give it up.
  record Dead(String reason) implements Verdict {}

  /// The receiver is gone for good: keep the delivery, and send nothing more to the endpoint.
  record Gone() implements Verdict {}

  /// Nothing was sent: as if it had never been handed out.
  record Again() implements Verdict {}
}
