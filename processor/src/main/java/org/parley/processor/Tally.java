package org.parley.processor;

import java.util.concurrent.atomic.LongAdder;

/// Counts what the steps do. Thread-safe.
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
  final LongAdder deadLetters = new LongAdder();
  final LongAdder watchesRefused = new LongAdder();

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
        deadLetters.sum(),
        watchesRefused.sum());
  }
}
