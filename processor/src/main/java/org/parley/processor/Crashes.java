package org.parley.processor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replaces a stream thread that ended, since what ended it is mostly the surroundings; but not for
/// ever: too many ends in a short time stop the processor.
final class Crashes implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Crashes.class);
  private static final int MOST = 5;
  private static final long WITHIN = Duration.ofMinutes(5).toNanos();

  private final Deque<Long> recent = new ArrayDeque<>();
  private @Nullable Throwable last;

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable problem) {
    last = problem;
    long now = System.nanoTime();
    recent.addLast(now);
    recent.removeIf(then -> now - then > WITHIN);
    if (problem instanceof MissingSourceTopicException || recent.size() > MOST) {
      LOG.error("the processor stops", problem);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("a stream thread ended and is replaced", problem);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /// What ended a thread last, if anything did.
  synchronized @Nullable Throwable last() {
    return last;
  }
}
