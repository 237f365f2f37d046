package org.parley.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is kept in memory of one endpoint that has something pending: a place in the order of due
/// times, and the few deliveries that are out. Its size does not depend on how many wait.
final class Backlog {
  final String endpointId;
  private final Map<String, Pending> out = new HashMap<>();
  private final Set<String> ending = new HashSet<>();
  private EndpointState state;
  private String cursor;
  private Instant paceFrom = Instant.MIN;
  private boolean waiting = true;
  private @Nullable Pending fresh;

  Backlog(String endpointId, EndpointState state) {
    this.endpointId = endpointId;
    this.state = state;
    this.cursor = PendingKey.firstDue(endpointId);
  }

  EndpointState state() {
    return state;
  }

  void become(EndpointState next) {
    state = next;
  }

  /// The first key that the next look begins at: every key before it is busy or gone.
  String cursor() {
    return cursor;
  }

  void passed(String dueKey) {
    cursor = PendingKey.after(dueKey);
  }

  /// A due key was written.
  void added(String dueKey) {
    waiting = true;
    if (dueKey.compareTo(cursor) < 0) {
      cursor = dueKey;
    }
  }

  /// Keeps a delivery that was just written, so that it need not be read to go out at once.
  void fresh(Pending pending) {
    fresh = pending;
  }

  /// The delivery, if it is the one that was just written.
  @Nullable Pending takeFresh(String deliveryId) {
    Pending known = fresh;
    fresh = null;
    return known != null && known.id().equals(deliveryId) ? known : null;
  }

  void handedOut(Pending pending) {
    out.put(pending.id(), pending);
  }

  @Nullable Pending handedBack(String deliveryId) {
    return out.remove(deliveryId);
  }

  /// The deliveries that are out.
  Stream<Pending> outgoing() {
    return out.values().stream();
  }

  int out() {
    return out.size();
  }

  void ending(String deliveryId) {
    ending.add(deliveryId);
  }

  void ended(String deliveryId) {
    ending.remove(deliveryId);
  }

  /// Whether the delivery is out, or has ended and is about to be removed.
  boolean isBusy(String deliveryId) {
    return out.containsKey(deliveryId) || ending.contains(deliveryId);
  }

  /// Nothing waits from the cursor on.
  void drained() {
    waiting = false;
  }

  boolean isEmpty() {
    return !waiting && out.isEmpty() && ending.isEmpty();
  }

  /// Whether deliveries wait that are not out.
  boolean isWaiting() {
    return waiting;
  }

  /// When the endpoint's rate allows the next attempt.
  Instant paceFrom() {
    return paceFrom;
  }

  void paced(Instant now, double perSecond) {
    if (perSecond > 0) {
      Instant from = paceFrom.isBefore(now) ? now : paceFrom;
      paceFrom = from.plus(Duration.ofNanos((long) (1e9 / perSecond)));
    }
  }
}
