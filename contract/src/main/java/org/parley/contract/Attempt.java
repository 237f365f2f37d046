package org.parley.contract;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One HTTP try of a delivery, or its end without one.
///
/// @param deliveryId the `webhook-id`; the same for every attempt of a delivery
/// @param endpointId to whom
/// @param alertId of what
/// @param alertRevision of it
/// @param number from 1; 0 when the delivery ended without an attempt
/// @param at when it began
/// @param took how long
/// @param outcome what came of it
/// @param status the answer's HTTP status, where there was an answer
/// @param detail what happened, in words for a person
/// @param response the answer's body, at most [#MAX_RESPONSE] characters
/// @param nextAt when the next attempt is due, where there will be one
public record Attempt(
    String deliveryId,
    String endpointId,
    String alertId,
    int alertRevision,
    int number,
    Instant at,
    Duration took,
    Outcome outcome,
    @Nullable Integer status,
    String detail,
    @Nullable String response,
    @Nullable Instant nextAt) {
  /// How much of an answer is kept.
  public static final int MAX_RESPONSE = 16 * 1024;

  public Attempt {
    Require.text(deliveryId, "deliveryId");
    Require.text(endpointId, "endpointId");
    Require.text(alertId, "alertId");
    Require.atLeast(1, alertRevision, "alertRevision");
    Require.atLeast(0, number, "number");
    Require.present(at, "at");
    took = took == null ? Duration.ZERO : took;
    Require.present(outcome, "outcome");
    detail = detail == null ? "" : detail;
    response = Require.atMost(MAX_RESPONSE, response);
  }
}
