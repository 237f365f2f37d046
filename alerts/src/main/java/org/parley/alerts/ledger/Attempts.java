package org.parley.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Report;
import org.parley.alerts.delivery.Report.Result;
import org.parley.contract.Attempt;
import org.parley.contract.Outcome;
import org.parley.outbound.Exchange.Answered;

/// Words for what happened.
final class Attempts {
  private Attempts() {}

  static Attempt of(Report report, Outcome outcome, @Nullable Instant nextAt) {
    return of(report, outcome, summary(report.result()), nextAt);
  }

  static Attempt dead(Report report, String reason) {
    boolean said = report.result() instanceof Result.Unsendable;
    String detail = said ? reason : summary(report.result()) + "; " + reason;
    return of(report, Outcome.DEAD, detail, null);
  }

  /// An end without an attempt.
  static Attempt without(Pending pending, Outcome outcome, String detail, Instant at) {
    return of(pending, 0, outcome, detail, at, null);
  }

  /// An attempt of which nothing is known but that it was counted.
  static Attempt interrupted(
      Pending pending, Outcome outcome, String then, Instant at, @Nullable Instant nextAt) {
    String detail = "interrupted: Parley ended before it had the result" + then;
    return of(pending, pending.attempts(), outcome, detail, at, nextAt);
  }

  private static Attempt of(
      Report report, Outcome outcome, String detail, @Nullable Instant nextAt) {
    var delivery = report.order().delivery();
    @Nullable Answered answer =
        report.result() instanceof Result.Tried(Answered answered) ? answered : null;
    return new Attempt(
        delivery.deliveryId(),
        delivery.endpointId(),
        delivery.alert().alertId(),
        delivery.alert().revision(),
        report.order().number(),
        report.at(),
        report.took(),
        outcome,
        answer == null ? null : answer.status(),
        detail,
        answer == null || answer.body().length == 0 ? null : answer.text(),
        nextAt);
  }

  private static Attempt of(
      Pending pending,
      int number,
      Outcome outcome,
      String detail,
      Instant at,
      @Nullable Instant nextAt) {
    var delivery = pending.delivery();
    return new Attempt(
        delivery.deliveryId(),
        delivery.endpointId(),
        delivery.alert().alertId(),
        delivery.alert().revision(),
        number,
        at,
        Duration.ZERO,
        outcome,
        null,
        detail,
        null,
        nextAt);
  }

  private static String summary(Result result) {
    return switch (result) {
      case Result.Tried(var exchange) -> exchange.summary();
      case Result.Unsendable(String reason) -> reason;
      case Result.Misconfigured(String reason) -> reason;
      case Result.Unsent(String reason) -> reason;
    };
  }
}
