package org.parley.processor;

import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.Setbacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replaces a stream thread that ended, unless what ended it is there to stay.
final class Crashes implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Crashes.class);

  private final Setbacks setbacks = new Setbacks();

  @Override
  public StreamThreadExceptionResponse handle(Throwable problem) {
    boolean goesOn = setbacks.survives(problem);
    if (!goesOn || problem instanceof MissingSourceTopicException) {
      LOG.error("the processor stops", problem);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("a stream thread ended and is replaced", problem);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /// What ended a thread last, if anything did.
  @Nullable Throwable last() {
    return setbacks.last();
  }
}
