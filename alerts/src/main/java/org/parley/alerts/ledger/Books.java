package org.parley.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.parley.alerts.delivery.Breaker;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.Outcome;

/// Everything that one task of the ledger knows, and how an end is written down so that no crash
/// can lose it.
///
/// The stores and the attempts' topic are logs of their own, and a crash may cut each at another
/// place. So an end is first written into the pending entry itself, then into the log of attempts
/// and the store of the settled; and the entry goes only when a commit has made sure of both. An
/// entry with an end that is found after a crash is written down again.
final class Books {
  final PendingStore pending;
  private final KeyValueStore<String, Settled> settled;
  private final KeyValueStore<String, EndpointState> states;
  private final KeyValueStore<String, Newest> newest;
  private final Expiry<Settled> oldSettled;
  private final Expiry<Newest> oldNewest;
  private final Results results;
  private final String alertsTopic;
  private final long certainAfter;
  private final LongSupplier nanoTime;
  private final Map<String, Backlog> backlogs = new HashMap<>();
  private final Deque<Ending> endings = new ArrayDeque<>();
  private long lastRound;

  /// What the books are made of.
  ///
  /// @param commitInterval how often Kafka Streams commits
  /// @param nanoTime as [System#nanoTime()]
  record Parts(
      KeyValueStore<String, byte[]> pending,
      KeyValueStore<String, Settled> settled,
      KeyValueStore<String, EndpointState> states,
      KeyValueStore<String, Newest> newest,
      Results results,
      String alertsTopic,
      Duration commitInterval,
      LongSupplier nanoTime) {}

  private record Ending(Pending pending, long writtenAt) {}

  Books(Parts parts) {
    pending = new PendingStore(parts.pending());
    settled = parts.settled();
    states = parts.states();
    newest = parts.newest();
    oldSettled = new Expiry<>(settled, Settled::at);
    oldNewest = new Expiry<>(newest, Newest::at);
    results = parts.results();
    alertsTopic = parts.alertsTopic();
    certainAfter = parts.commitInterval().multipliedBy(2).toNanos();
    nanoTime = parts.nanoTime();
    lastRound = nanoTime.getAsLong();
  }

  /// Brings to mind the endpoints that something is pending for, after a start.
  void open() {
    try (KeyValueIterator<String, EndpointState> known = states.all()) {
      known.forEachRemaining(entry -> backlogs.put(entry.key, new Backlog(entry.key, entry.value)));
    }
    pending.open();
    pending.endpoints().forEach(this::backlog);
  }

  Map<String, Backlog> backlogs() {
    return backlogs;
  }

  Backlog backlog(String endpointId) {
    return backlogs.computeIfAbsent(endpointId, id -> new Backlog(id, EndpointState.FRESH));
  }

  boolean isSettled(String deliveryId) {
    return settled.get(deliveryId) != null;
  }

  void become(Backlog backlog, EndpointState next) {
    if (next.equals(backlog.state())) {
      return;
    }
    backlog.become(next);
    if (next.equals(EndpointState.FRESH)) {
      states.delete(backlog.endpointId);
    } else {
      states.put(backlog.endpointId, next);
    }
  }

  void revised(String endpointId, Alert alert, Instant now) {
    if (alert.revision() > newestOf(endpointId, alert)) {
      newest.put(newestKey(endpointId, alert), new Newest(alert.revision(), now));
    }
  }

  /// The newest revision of `alert` that the endpoint is owed.
  int newestOf(String endpointId, Alert alert) {
    Newest known = newest.get(newestKey(endpointId, alert));
    return known == null ? 1 : known.revision();
  }

  /// Writes down how a delivery ended.
  void end(Backlog backlog, Pending ending, Attempt how) {
    Pending ended = ending.ended(how);
    pending.replace(ended);
    writeDown(backlog, ended, how);
  }

  /// Writes down a delivery that ended as it came.
  void endAtOnce(Backlog backlog, Pending coming, Attempt how) {
    Pending ended = coming.ended(how);
    backlog.added(pending.add(ended));
    writeDown(backlog, ended, how);
  }

  /// Writes down an end that was found in the store: it may not have reached the log.
  void endAgain(Backlog backlog, Pending ended, Attempt how) {
    writeDown(backlog, ended, how);
  }

  private void writeDown(Backlog backlog, Pending ended, Attempt how) {
    settled.put(ended.id(), new Settled(how.outcome(), how.at()));
    results.attempt(how);
    if (how.outcome() == Outcome.DEAD) {
      results.deadLetter(
          ended.id(), DeadLetters.of(alertsTopic, ended.delivery(), how.detail(), how.at()));
    }
    backlog.ending(ended.id());
    endings.add(new Ending(ended, nanoTime.getAsLong()));
  }

  /// Removes the ended deliveries that the log has for certain.
  void round() {
    // A round is followed by a commit where the last is an interval old. So all that was written an
    // interval before the previous round has been committed since.
    while (!endings.isEmpty() && lastRound - endings.getFirst().writtenAt() > certainAfter) {
      remove(endings.removeFirst().pending());
    }
    lastRound = nanoTime.getAsLong();
  }

  private void remove(Pending ended) {
    pending.remove(ended);
    Backlog backlog = backlogs.get(ended.delivery().endpointId());
    if (backlog != null) {
      backlog.ended(ended.id());
      forgetIfEmpty(backlog);
    }
  }

  /// Forgets what is long over.
  void forgetOld(Instant now) {
    oldSettled.advance(now);
    oldNewest.advance(now);
  }

  /// Forgets the endpoint's backlog if it is empty and there is nothing to remember.
  void forgetIfEmpty(Backlog backlog) {
    if (backlog.isEmpty() && backlog.state().isUneventful()) {
      become(backlog, EndpointState.FRESH);
      backlogs.remove(backlog.endpointId);
    }
  }

  Progress.Standing standing() {
    int waiting = 0;
    int out = 0;
    for (Backlog backlog : backlogs.values()) {
      waiting += backlog.isWaiting() ? 1 : 0;
      out += backlog.out();
    }
    return new Progress.Standing(waiting, out, endings.size());
  }

  /// What lies before each endpoint.
  Map<String, Load> loads() {
    Map<String, Load> loads = new HashMap<>();
    backlogs.forEach((id, backlog) -> loads.put(id, load(backlog)));
    return loads;
  }

  private Load load(Backlog backlog) {
    Breaker breaker = backlog.state().breaker();
    Stream<Pending> known = backlog.outgoing();
    // From the cursor on, so that no keys that are gone are passed over again.
    for (PendingStore.Due due : pending.due(backlog.endpointId, backlog.cursor(), 1)) {
      known = Stream.concat(known, found(backlog, due.deliveryId()));
    }
    if (breaker instanceof Breaker.Open(_, Breaker.Probe probe) && probe != null) {
      known = Stream.concat(known, found(backlog, probe.deliveryId()));
    }
    return new Load(
        pending.count(backlog.endpointId),
        known.map(Pending::since).min(Comparator.naturalOrder()).orElse(null),
        backlog.out(),
        breaker instanceof Breaker.Open);
  }

  private Stream<Pending> found(Backlog backlog, String deliveryId) {
    Pending found = pending.find(backlog.endpointId, deliveryId);
    return found == null || found.end() != null ? Stream.empty() : Stream.of(found);
  }

  private static String newestKey(String endpointId, Alert alert) {
    return endpointId + "/" + alert.alertId();
  }
}
