package org.parley.testkit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.Ids;
import org.parley.contract.Outcome;

/// The first [Attempt] of an alert's delivery, which succeeded.
public final class AttemptBuilder {
  private Alert alert = Sample.alert().build();
  private String endpointId = "desk";
  private int number = 1;
  private Instant at = ManualClock.START;
  private Outcome outcome = Outcome.DELIVERED;
  private @Nullable Integer status = 204;
  private String detail = "204 No Content";
  private @Nullable Instant nextAt;

  AttemptBuilder() {}

  public AttemptBuilder of(Alert alert) {
    this.alert = alert;
    return this;
  }

  public AttemptBuilder to(String endpointId) {
    this.endpointId = endpointId;
    return this;
  }

  public AttemptBuilder number(int number) {
    this.number = number;
    return this;
  }

  public AttemptBuilder at(Instant instant) {
    at = instant;
    return this;
  }

  /// What came of it; the status is that of the answer, none without one.
  public AttemptBuilder outcome(Outcome outcome, @Nullable Integer status, String detail) {
    this.outcome = outcome;
    this.status = status;
    this.detail = detail;
    return this;
  }

  public AttemptBuilder nextAt(@Nullable Instant instant) {
    nextAt = instant;
    return this;
  }

  public Attempt build() {
    return new Attempt(
        Ids.delivery(alert.alertId(), alert.revision(), endpointId),
        endpointId,
        alert.alertId(),
        alert.revision(),
        number,
        at,
        Duration.ofMillis(20),
        outcome,
        status,
        detail,
        null,
        nextAt);
  }
}
