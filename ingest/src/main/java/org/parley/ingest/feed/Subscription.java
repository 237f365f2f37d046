package org.parley.ingest.feed;

import java.time.Instant;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.SourceState;

/// A feed that is polled, for as long as its partition is this instance's. At most one poll of it
/// is under way; what changes, changes under its [Share]'s lock.
final class Subscription {
  private final FeedMemory memory;
  private volatile Feed feed;
  private volatile @Nullable Instant due;
  private @Nullable Instant writtenAt;
  private @Nullable Future<?> timer;

  Subscription(Feed feed, FeedMemory memory) {
    this.feed = feed;
    this.memory = memory;
    SourceState state = memory.state();
    writtenAt = state == null ? null : state.at();
  }

  Feed feed() {
    return feed;
  }

  void feed(Feed changed) {
    feed = changed;
  }

  FeedMemory memory() {
    return memory;
  }

  @Nullable Instant writtenAt() {
    return writtenAt;
  }

  /// A feed that is gone is tried again when someone added it since.
  boolean isGone() {
    SourceState state = memory.state();
    FeedState fares = memory.fares();
    return state != null
        && fares != null
        && fares.status() == FeedState.Status.GONE
        && !feed.addedAt().isAfter(state.at());
  }

  FeedHealth health() {
    return new FeedHealth(feed, memory.fares(), due);
  }

  /// @param timer that will poll it
  void await(Instant due, Future<?> timer) {
    this.due = due;
    this.timer = timer;
  }

  /// Waits for nothing any more.
  void stop() {
    due = null;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  @Nullable Instant due() {
    return due;
  }

  void remember(Update update, boolean written) {
    memory.put(update.feed());
    update.entries().forEach(memory::put);
    update.forgotten().forEach(memory::forget);
    if (written) {
      writtenAt = update.feed().at();
    }
  }
}
