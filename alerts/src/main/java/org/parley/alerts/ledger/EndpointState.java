package org.parley.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Breaker;

/// What the ledger remembers of an endpoint.
///
/// @param breaker how far it is trusted
/// @param restUntil until when it asked to be left alone, or none
/// @param gone whether it answered 410 and its record does not say so yet
/// @param heldSince since when it has been paused or disabled, or none
/// @param held how long it was held before that, all told
record EndpointState(
    Breaker breaker,
    @Nullable Instant restUntil,
    boolean gone,
    @Nullable Instant heldSince,
    Duration held) {
  static final EndpointState FRESH =
      new EndpointState(Breaker.FRESH, null, false, null, Duration.ZERO);

  /// How long it has been held up to `now`, all told.
  Duration held(Instant now) {
    return heldSince == null ? held : held.plus(Duration.between(heldSince, now));
  }

  /// Whether it says nothing of the endpoint as it is; how long it was held matters only to what is
  /// pending.
  boolean isUneventful() {
    return breaker.equals(Breaker.FRESH) && restUntil == null && !gone && heldSince == null;
  }

  EndpointState with(Breaker next) {
    return new EndpointState(next, restUntil, gone, heldSince, held);
  }

  EndpointState restingUntil(@Nullable Instant until) {
    return new EndpointState(breaker, until, gone, heldSince, held);
  }

  EndpointState withGone(boolean isGone) {
    return new EndpointState(breaker, restUntil, isGone, heldSince, held);
  }

  EndpointState holding(boolean holds, Instant now) {
    if (holds == (heldSince != null)) {
      return this;
    }
    return new EndpointState(breaker, restUntil, gone, holds ? now : null, held(now));
  }
}
