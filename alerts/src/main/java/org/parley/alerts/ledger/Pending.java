package org.parley.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Delivery;
import org.parley.alerts.delivery.NextAttempt;
import org.parley.contract.Attempt;

/// A delivery that the ledger still has to see to.
///
/// @param delivery which
/// @param attempts counted so far; one is counted before it is made
/// @param inFlight whether the last one has no result yet
/// @param due when the next attempt is, or was
/// @param since when it was taken on
/// @param heldBefore how long its endpoint had been held by then, all told
/// @param end its end, once there is one; kept here until the log has it
record Pending(
    Delivery delivery,
    int attempts,
    boolean inFlight,
    Instant due,
    Instant since,
    Duration heldBefore,
    @Nullable Attempt end) {
  Pending {
    // Due keys have milliseconds; nothing is sent before it is due, so part of one counts as one.
    Instant whole = due.truncatedTo(ChronoUnit.MILLIS);
    due = whole.equals(due) ? due : whole.plusMillis(1);
  }

  static Pending of(Delivery delivery, Instant due, Instant since, Duration heldBefore) {
    return new Pending(delivery, 0, false, due, since, heldBefore, null);
  }

  String id() {
    return delivery.deliveryId();
  }

  /// When it is too old to be tried again.
  ///
  /// @param held how long its endpoint has been held up to now, all told
  Instant expires(Duration held) {
    return since.plus(NextAttempt.LIFETIME).plus(held.minus(heldBefore));
  }

  Pending started() {
    return new Pending(delivery, attempts + 1, true, due, since, heldBefore, null);
  }

  /// As it was before [#started()].
  Pending notStarted() {
    return new Pending(delivery, attempts - 1, false, due, since, heldBefore, null);
  }

  Pending dueAgain(Instant at) {
    return new Pending(delivery, attempts, false, at, since, heldBefore, null);
  }

  Pending withAttempts(int count) {
    return new Pending(delivery, count, inFlight, due, since, heldBefore, end);
  }

  Pending ended(Attempt how) {
    return new Pending(delivery, attempts, false, due, since, heldBefore, how);
  }
}
