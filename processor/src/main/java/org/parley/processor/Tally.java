package org.parley.processor;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.parley.contract.LatencyListener;

/// Counts what the steps do, and tells how long it took. Thread-safe.
final class Tally {
  final LongAdder articles = new LongAdder();
  final LongAdder redeliveries = new LongAdder();
  final LongAdder unwanted = new LongAdder();
  final LongAdder matches = new LongAdder();
  final LongAdder stories = new LongAdder();
  final LongAdder copies = new LongAdder();
  final LongAdder revisions = new LongAdder();
  final LongAdder heldBack = new LongAdder();
  final LongAdder alerts = new LongAdder();
  final LongAdder updates = new LongAdder();
  final LongAdder watchesRefused = new LongAdder();
  final LongAdder queriesGivenUp = new LongAdder();
  private final Map<String, LongAdder> deadLetters = new ConcurrentHashMap<>();
  private final LatencyListener latency;

  Tally() {
    this(LatencyListener.NONE);
  }

  Tally(LatencyListener latency) {
    this.latency = latency;
  }

  /// @param step that gave a record up
  void deadLetter(String step) {
    deadLetters.computeIfAbsent(step, _ -> new LongAdder()).increment();
  }

  /// @param fetched when the article was, in milliseconds of the epoch
  /// @param now likewise
  void reached(LatencyListener.Point point, long fetched, long now) {
    latency.reached(point, Duration.ofMillis(Math.max(0, now - fetched)));
  }

  ProcessorCounts counts() {
    return new ProcessorCounts(
        articles.sum(),
        redeliveries.sum(),
        unwanted.sum(),
        matches.sum(),
        stories.sum(),
        copies.sum(),
        revisions.sum(),
        heldBack.sum(),
        alerts.sum(),
        updates.sum(),
        deadLettersByStep(),
        watchesRefused.sum(),
        queriesGivenUp.sum());
  }

  private Map<String, Long> deadLettersByStep() {
    Map<String, Long> sums = new TreeMap<>();
    deadLetters.forEach((step, count) -> sums.put(step, count.sum()));
    return sums;
  }
}
