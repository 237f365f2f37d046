package org.parley.processor;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/// Has what is new committed soon, and leaves a backlog to the interval of
/// [ProcessorSettings#COMMIT_INTERVAL]: a commit takes as long as some thirty decisions, and nobody
/// waits for a few articles of a thousand. One for each task, on its thread.
final class CommitPace {
  private static final Duration SOON = Duration.ofMillis(20);

  /// From when on a record is of a backlog, in milliseconds after it was written.
  private static final long BACKLOG = 1000;

  private final ProcessorContext<?, ?> context;
  private boolean isDue;

  CommitPace(ProcessorContext<?, ?> context) {
    this.context = context;
    context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, _ -> commit());
  }

  /// @param at the record's time, in milliseconds of the epoch
  void processed(long at) {
    isDue |= context.currentSystemTimeMs() - at < BACKLOG;
  }

  private void commit() {
    if (isDue) {
      isDue = false;
      context.commit();
    }
  }
}
