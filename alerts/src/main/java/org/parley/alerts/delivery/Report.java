package org.parley.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import org.parley.outbound.Exchange;

/// What came of an [Order].
///
/// @param order which
/// @param at when the attempt began
/// @param result what came of it
public record Report(Order order, Instant at, Result result) {
  /// What may come of an order.
  public sealed interface Result {
    /// A request was made, or refused at the dial.
    record Tried(Exchange exchange) implements Result {}

    /// No request can ever be made of this delivery.
    record Unsendable(String reason) implements Result {}

    /// The endpoint cannot be sent to as it is configured: a later attempt may find it mended.
    record Misconfigured(String reason) implements Result {}

    /// Handed back before anything was sent. It does not count as an attempt.
    record Unsent(String reason) implements Result {}
  }

  /// How long the attempt took.
  public Duration took() {
    return result instanceof Result.Tried(Exchange exchange) ? exchange.took() : Duration.ZERO;
  }

  /// When it ended.
  public Instant endedAt() {
    return at.plus(took());
  }
}
