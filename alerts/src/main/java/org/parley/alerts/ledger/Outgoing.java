package org.parley.alerts.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Breaker;
import org.parley.alerts.delivery.NextAttempt;
import org.parley.alerts.delivery.NextAttempt.Standing;
import org.parley.alerts.delivery.Order;
import org.parley.alerts.delivery.Verdict;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Policy;
import org.parley.contract.Endpoint.Status;
import org.parley.contract.Outcome;

/// Decides which delivery goes out when.
///
/// An endpoint's deliveries wait on disk in the order in which they are due. A look at an endpoint
/// ([#look]) hands out as many from the front as its limits allow, ends what has no business there
/// any more, and notes when to look again; each arrival, each report and each change of its record
/// sets off another look.
final class Outgoing {
  static final String REMOVED = "its endpoint was removed";

  /// How many entries one look deals with before other endpoints have their turn.
  private static final int CHUNK = 200;

  /// How many keys one reading of the store brings at most.
  private static final int BATCH = 16;

  private final Parts parts;
  private final Books books;
  private final Wakeups wakeups = new Wakeups();

  Outgoing(Parts parts) {
    this.parts = parts;
    this.books = parts.books();
  }

  void lookAt(String endpointId, Instant at) {
    wakeups.noLaterThan(endpointId, at);
  }

  /// Looks at every endpoint whose time has come.
  void round() {
    for (String endpointId : wakeups.due(now())) {
      Backlog backlog = books.backlogs().get(endpointId);
      if (backlog != null) {
        look(backlog);
      }
    }
  }

  void look(Backlog backlog) {
    Endpoint endpoint = parts.endpoints().find(backlog.endpointId);
    Instant now = now();
    hold(backlog, endpoint, now);
    if (endpoint == null || isHeld(backlog, endpoint)) {
      wakeups.forget(backlog.endpointId);
    } else if (endpoint.isRemoved()) {
      cancel(backlog, now);
    } else if (!parts.mayAct().getAsBoolean()) {
      lookAt(backlog.endpointId, now);
    } else if (!isResting(backlog, now)) {
      handOut(backlog, endpoint.policy(), now);
    }
    books.forgetIfEmpty(backlog);
  }

  /// Keeps count of the time that the endpoint is held.
  void hold(Backlog backlog, @Nullable Endpoint endpoint, Instant now) {
    boolean held = endpoint == null || isHeld(backlog, endpoint);
    books.become(backlog, backlog.state().holding(held, now));
  }

  private static boolean isHeld(Backlog backlog, Endpoint endpoint) {
    return !endpoint.isRemoved() && (endpoint.status() != Status.ACTIVE || backlog.state().gone());
  }

  private boolean isResting(Backlog backlog, Instant now) {
    Instant until = backlog.state().restUntil();
    if (until == null) {
      return false;
    }
    if (until.isAfter(now)) {
      lookAt(backlog.endpointId, until);
      return true;
    }
    books.become(backlog, backlog.state().restingUntil(null));
    return false;
  }

  /// Sends the endpoint nothing until then.
  void rest(Backlog backlog, @Nullable Instant until) {
    Instant known = backlog.state().restUntil();
    if (until != null && (known == null || until.isAfter(known))) {
      books.become(backlog, backlog.state().restingUntil(until));
    }
  }

  void trust(Backlog backlog, Breaker next) {
    books.become(backlog, backlog.state().with(next));
  }

  void putBack(Backlog backlog, Pending before, Pending now) {
    backlog.added(books.pending.move(before, now));
  }

  Standing standing(Backlog backlog, Pending pending) {
    return new Standing(
        pending.id(),
        pending.attempts(),
        pending.expires(backlog.state().held(now())),
        backlog.state().breaker().failures());
  }

  private void handOut(Backlog backlog, Policy policy, Instant now) {
    if (backlog.out() >= mostOut(backlog, policy)) {
      return;
    }
    if (backlog.state().breaker() instanceof Breaker.Open open
        && waitsForProbe(backlog, open, policy, now)) {
      return;
    }
    int dealt = 0;
    boolean cameBack = false;
    while (dealt < CHUNK) {
      // One more than may start, to see what is next.
      int wanted = Math.clamp(mostOut(backlog, policy) - backlog.out() + 1, 1, BATCH);
      List<PendingStore.Due> next = books.pending.due(backlog.endpointId, backlog.cursor(), wanted);
      dealt += next.size();
      for (PendingStore.Due due : next) {
        if (due.at().isAfter(now)) {
          lookAt(backlog.endpointId, due.at());
          return;
        }
        if (!mayStart(backlog, policy, now)) {
          return;
        }
        cameBack |= deal(backlog, due, policy, now);
        backlog.passed(due.key());
      }
      if (next.size() < wanted) {
        if (!cameBack) {
          backlog.drained();
        }
        return;
      }
    }
    lookAt(backlog.endpointId, now);
  }

  /// Whether another attempt may start. If not, either a report will set off the next look or it is
  /// noted for a time.
  private boolean mayStart(Backlog backlog, Policy policy, Instant now) {
    if (backlog.out() >= mostOut(backlog, policy)) {
      return false;
    }
    if (parts.courier().room() <= 0) {
      lookAt(backlog.endpointId, now);
      return false;
    }
    if (backlog.paceFrom().isAfter(now)) {
      lookAt(backlog.endpointId, backlog.paceFrom());
      return false;
    }
    return true;
  }

  private static int mostOut(Backlog backlog, Policy policy) {
    int allowance = backlog.state().breaker().allowance(policy.inFlight());
    // As many again wait at the courier, so that a slot that frees is taken at once. Not where the
    // number of starts matters.
    boolean ahead =
        backlog.state().breaker() instanceof Breaker.Closed(int failures, _)
            && failures == 0
            && policy.perSecond() <= 0;
    return ahead ? 2 * allowance : allowance;
  }

  private boolean waitsForProbe(Backlog backlog, Breaker.Open open, Policy policy, Instant now) {
    Breaker.Probe probe = open.probe();
    if (probe == null) {
      return false;
    }
    Pending pending = books.pending.find(backlog.endpointId, probe.deliveryId());
    if (pending == null || pending.end() != null) {
      trust(backlog, open.withoutProbe());
      return false;
    }
    if (pending.due().isAfter(now)) {
      lookAt(backlog.endpointId, pending.due());
      expireFirst(backlog, now);
    } else if (mayStart(backlog, policy, now)) {
      // Out of its turn, so the cursor stays: what waits longer is before it.
      String key = PendingStore.dueKey(pending);
      deal(backlog, new PendingStore.Due(key, pending.due(), pending.id()), policy, now);
      // Dealt with otherwise than by an attempt: look again at what is next.
      if (backlog.out() == 0) {
        lookAt(backlog.endpointId, now);
      }
    }
    return true;
  }

  /// Ends what has waited too long behind the probe.
  private void expireFirst(Backlog backlog, Instant now) {
    List<PendingStore.Due> next = books.pending.due(backlog.endpointId, backlog.cursor(), BATCH);
    for (PendingStore.Due due : next) {
      Pending first = current(backlog, due);
      if (first != null) {
        Instant expires = first.expires(backlog.state().held(now));
        if (expires.isAfter(now)) {
          lookAt(backlog.endpointId, expires);
          return;
        }
        expire(backlog, first, now);
      }
      backlog.passed(due.key());
    }
    if (!next.isEmpty()) {
      lookAt(backlog.endpointId, now);
    }
  }

  /// Hands out one delivery, or ends it, or drops a key that means nothing any more.
  ///
  /// @return whether it waits again, for a later time
  private boolean deal(Backlog backlog, PendingStore.Due due, Policy policy, Instant now) {
    Pending pending = current(backlog, due);
    if (pending == null) {
      return false;
    }
    if (pending.inFlight()) {
      return interrupted(backlog, pending, policy, now);
    }
    if (!pending.expires(backlog.state().held(now)).isAfter(now)) {
      expire(backlog, pending, now);
    } else if (isSuperseded(backlog, pending)) {
      end(backlog, pending, Outcome.SUPERSEDED, "a newer revision of the alert is owed", now);
    } else {
      start(backlog, pending, policy, now);
    }
    return false;
  }

  /// The pending delivery that a due key stands for, unless it is busy, moved or ended.
  private @Nullable Pending current(Backlog backlog, PendingStore.Due due) {
    if (backlog.isBusy(due.deliveryId())) {
      return null;
    }
    Pending fresh = backlog.takeFresh(due.deliveryId());
    if (fresh != null && fresh.due().equals(due.at())) {
      return fresh;
    }
    Pending pending = books.pending.find(backlog.endpointId, due.deliveryId());
    if (pending == null || !pending.due().equals(due.at())) {
      books.pending.removeDue(due.key());
      return null;
    }
    Attempt end = pending.end();
    if (end != null) {
      books.endAgain(backlog, pending, end);
      return null;
    }
    if (books.isSettled(pending.id())) {
      // Written by a process that did not know yet that its partitions had been given to this one.
      books.pending.remove(pending);
      return null;
    }
    return pending;
  }

  private void start(Backlog backlog, Pending pending, Policy policy, Instant now) {
    Pending started = pending.started();
    books.pending.replace(started);
    backlog.handedOut(started);
    backlog.paced(now, policy.perSecond());
    parts
        .courier()
        .take(
            new Order(started.delivery(), started.attempts(), policy.inFlight(), parts.mayAct()),
            parts.reports());
  }

  /// An attempt that a predecessor counted, and did not live to see the result of.
  ///
  /// @return whether there will be another
  private boolean interrupted(Backlog backlog, Pending pending, Policy policy, Instant now) {
    switch (NextAttempt.bySchedule(now, standing(backlog, pending), policy)) {
      case Verdict.Retry(Instant at, _) -> {
        parts.results().attempt(Attempts.interrupted(pending, Outcome.FAILED, "", now, at));
        putBack(backlog, pending, pending.dueAgain(at));
        lookAt(backlog.endpointId, at);
        return true;
      }
      case Verdict.Dead(String reason) -> {
        books.end(
            backlog,
            pending,
            Attempts.interrupted(pending, Outcome.DEAD, "; " + reason, now, null));
        return false;
      }
      case Verdict.Delivered _, Verdict.Gone _, Verdict.Again _ ->
          throw new IllegalStateException("the schedule knows only retry and dead");
    }
  }

  private boolean isSuperseded(Backlog backlog, Pending pending) {
    boolean afterTrouble =
        pending.attempts() > 0 || !(backlog.state().breaker() instanceof Breaker.Closed);
    var alert = pending.delivery().alert();
    return afterTrouble && books.newestOf(backlog.endpointId, alert) > alert.revision();
  }

  private void expire(Backlog backlog, Pending pending, Instant now) {
    String detail = "not delivered within " + NextAttempt.LIFETIME.toHours() + " hours";
    end(backlog, pending, Outcome.DEAD, detail, now);
  }

  private void end(Backlog backlog, Pending pending, Outcome outcome, String detail, Instant now) {
    books.end(backlog, pending, Attempts.without(pending, outcome, detail, now));
  }

  private void cancel(Backlog backlog, Instant now) {
    List<PendingStore.Due> next = books.pending.due(backlog.endpointId, backlog.cursor(), CHUNK);
    for (PendingStore.Due due : next) {
      Pending pending = current(backlog, due);
      backlog.passed(due.key());
      if (pending != null) {
        end(backlog, pending, Outcome.CANCELLED, REMOVED, now);
      }
    }
    if (next.size() < CHUNK) {
      backlog.drained();
    } else {
      lookAt(backlog.endpointId, now);
    }
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
