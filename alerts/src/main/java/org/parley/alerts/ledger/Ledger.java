package org.parley.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Delivery;
import org.parley.alerts.delivery.NextAttempt;
import org.parley.alerts.delivery.Report;
import org.parley.alerts.delivery.Verdict;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Policy;
import org.parley.contract.Endpoint.Status;
import org.parley.contract.Ids;
import org.parley.contract.Notice;
import org.parley.contract.Outcome;

/// Takes in what happens to the endpoints of one task: alerts that they are owed, reports of
/// attempts, changes of their records. What goes out is [Outgoing]'s to decide. Runs on one stream
/// thread.
final class Ledger {
  private final Parts parts;
  private final Books books;
  private final Outgoing outgoing;

  Ledger(Parts parts) {
    this.parts = parts;
    this.books = parts.books();
    this.outgoing = new Outgoing(parts);
  }

  /// Takes up what a predecessor left. Before anything else, and not while Kafka Streams still
  /// initialises: nothing can be forwarded then.
  void open() {
    books.open();
    for (Backlog backlog : books.backlogs().values()) {
      Endpoint endpoint = parts.endpoints().find(backlog.endpointId);
      if (backlog.state().gone() && endpoint != null && endpoint.status() == Status.ACTIVE) {
        parts.results().endpoint(endpoint.withStatus(Status.DISABLED));
      }
      outgoing.lookAt(backlog.endpointId, now());
    }
  }

  /// Takes on a delivery, unless it was made or is pending already.
  void arrive(Delivery delivery) {
    String id = delivery.deliveryId();
    if (books.isSettled(id)) {
      return;
    }
    Pending known = books.pending.find(delivery.endpointId(), id);
    if (known != null) {
      // Written once more: after a crash the disk may have it, and the log of the store not.
      books.pending.replace(known);
      return;
    }
    take(delivery, now());
  }

  private void take(Delivery delivery, Instant now) {
    Endpoint endpoint = parts.endpoints().find(delivery.endpointId());
    Backlog backlog = books.backlog(delivery.endpointId());
    outgoing.hold(backlog, endpoint, now);
    Instant due = NextAttempt.first(policy(endpoint), delivery.deliveryId(), now);
    Pending coming = Pending.of(delivery, due, now, backlog.state().held(now));
    if (endpoint != null && endpoint.isRemoved()) {
      books.endAtOnce(
          backlog, coming, Attempts.without(coming, Outcome.CANCELLED, Outgoing.REMOVED, now));
    } else {
      backlog.added(books.pending.add(coming));
      backlog.fresh(coming);
      if (delivery.alert().revision() > 1) {
        books.revised(delivery.endpointId(), delivery.alert(), now);
      }
    }
    outgoing.look(backlog);
  }

  /// An endpoint's record changed.
  void changed(Endpoint endpoint) {
    Backlog backlog = books.backlogs().get(endpoint.endpointId());
    if (backlog == null) {
      return;
    }
    if (endpoint.status() != Status.ACTIVE) {
      // From here on the record itself says that the endpoint is held.
      books.become(backlog, backlog.state().withGone(false));
    }
    outgoing.look(backlog);
  }

  /// What came of an order.
  void report(Report report) {
    Delivery delivery = report.order().delivery();
    Backlog backlog = books.backlogs().get(delivery.endpointId());
    Pending pending = backlog == null ? null : backlog.handedBack(delivery.deliveryId());
    if (backlog == null || pending == null) {
      return;
    }
    Policy policy = policy(parts.endpoints().find(backlog.endpointId));
    switch (NextAttempt.after(report, outgoing.standing(backlog, pending), policy)) {
      case Verdict.Delivered() -> {
        outgoing.trust(backlog, backlog.state().breaker().succeeded(policy.inFlight()));
        books.end(backlog, pending, Attempts.of(report, Outcome.DELIVERED, null));
        parts.results().delivered(Duration.between(delivery.alert().at(), report.endedAt()));
      }
      case Verdict.Retry(Instant at, var restUntil) -> {
        parts.results().attempt(Attempts.of(report, Outcome.FAILED, at));
        outgoing.rest(backlog, restUntil);
        outgoing.trust(backlog, backlog.state().breaker().failed(pending.id(), at));
        outgoing.putBack(backlog, pending, pending.dueAgain(at));
      }
      case Verdict.Dead(String reason) -> dead(backlog, pending, report, reason);
      case Verdict.Gone() -> {
        parts.results().attempt(Attempts.of(report, Outcome.FAILED, null));
        gone(backlog, report.endedAt());
        // The next attempt is the operator's to allow, so there is always one left.
        int counted = Math.min(pending.attempts(), policy.schedule().size() - 1);
        outgoing.putBack(
            backlog, pending, pending.withAttempts(counted).dueAgain(report.endedAt()));
      }
      case Verdict.Again() -> outgoing.putBack(backlog, pending, pending.notStarted());
    }
    outgoing.look(backlog);
  }

  private void dead(Backlog backlog, Pending pending, Report report, String reason) {
    if (!(report.result() instanceof Report.Result.Unsendable)) {
      outgoing.trust(backlog, backlog.state().breaker().failed(pending.id(), null));
    }
    books.end(backlog, pending, Attempts.dead(report, reason));
  }

  private void gone(Backlog backlog, Instant at) {
    Endpoint endpoint = parts.endpoints().find(backlog.endpointId);
    if (endpoint == null || endpoint.status() != Status.ACTIVE || backlog.state().gone()) {
      return;
    }
    books.become(backlog, backlog.state().withGone(true));
    parts.results().endpoint(endpoint.withStatus(Status.DISABLED));
    parts
        .results()
        .notice(
            new Notice(
                Ids.notice("endpoint-disabled", endpoint.endpointId(), at.toString()),
                Notice.Kind.ENDPOINT_DISABLED,
                endpoint.endpointId(),
                "endpoint '"
                    + endpoint.endpointId()
                    + "' disabled: "
                    + endpoint.url()
                    + " answered 410 Gone; its deliveries wait until it is enabled again or removed",
                at));
  }

  /// Looks at the endpoints whose time has come.
  void round() {
    if (parts.mayAct().getAsBoolean()) {
      outgoing.round();
    }
    books.round();
  }

  private Instant now() {
    return parts.clock().instant();
  }

  private static Policy policy(@Nullable Endpoint endpoint) {
    return endpoint == null ? Policy.STANDARD : endpoint.policy();
  }
}
