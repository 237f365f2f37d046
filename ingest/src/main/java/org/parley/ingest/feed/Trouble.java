package org.parley.ingest.feed;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says once that something does not work, and once that it does again. Thread-safe.
final class Trouble {
  private static final Logger LOG = LoggerFactory.getLogger(FeedService.class);

  private final AtomicReference<@Nullable String> present = new AtomicReference<>();

  void begins(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (present.getAndSet(message) == null) {
      LOG.warn("feeds: {}; trying again until it works", message);
      LOG.debug("feeds: the cause", cause);
    }
  }

  void ends() {
    if (present.getAndSet(null) != null) {
      LOG.info("feeds: works again");
    }
  }

  /// What is wrong at this moment.
  @Nullable String present() {
    return present.get();
  }
}
