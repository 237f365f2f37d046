package org.parley.ingest.feed;

import java.util.concurrent.atomic.LongAdder;

/// Counts polls as they come. Thread-safe.
final class Tally {
  final LongAdder polls = new LongAdder();
  final LongAdder unchanged = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder articles = new LongAdder();
  final LongAdder revisions = new LongAdder();

  void count(Verdict verdict) {
    polls.increment();
    switch (verdict.kind()) {
      case UNCHANGED -> unchanged.increment();
      case READ -> {}
      case FAILED, GONE -> failed.increment();
    }
    articles.add(verdict.update().articles().size());
    revisions.add(verdict.update().articles().stream().filter(a -> a.revision() > 1).count());
  }
}
