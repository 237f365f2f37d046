package org.parley.ingest.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.Setbacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says once that something does not work, and once that it does again; and whether there is any
/// use in trying. Thread-safe.
final class Trouble {
  private static final Logger LOG = LoggerFactory.getLogger(FeedService.class);

  private final AtomicReference<@Nullable String> present = new AtomicReference<>();

  private final CompletableFuture<Throwable> refusal = new CompletableFuture<>();

  void begins(Throwable cause) {
    if (Setbacks.isFinal(cause)) {
      refusal.complete(cause);
    }
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

  /// Done when Kafka refuses to work with this instance.
  CompletionStage<Throwable> refusal() {
    return refusal;
  }

  /// What is wrong at this moment.
  @Nullable String present() {
    return present.get();
  }
}
