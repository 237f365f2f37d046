package org.parley.ingest.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.Notice;
import org.parley.contract.SourceState;
import org.parley.ingest.corpus.CanonicalUrl;
import org.parley.ingest.publish.FencedException;
import org.parley.ingest.publish.PublishException;
import org.parley.ingest.publish.SourcePublisher;
import org.parley.ingest.schedule.PollSchedule;

/// The feeds of one partition of sources while it is this instance's: what is known of them, when
/// each is due, and the only writer of both.
///
/// Whatever goes wrong with Kafka, being fenced by another instance included, ends in the same way:
/// what was in memory is dropped, the partition is taken over anew and read again, as often as it
/// takes. Only what the log says counts, so nothing is published twice. Thread-safe.
final class Share {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /// Time for the group to tell whose the partition is.
  private static final Duration PAUSE_WHEN_FENCED = Duration.ofSeconds(2);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration KEPT_AFTER_REMOVAL = Duration.ofDays(30);

  /// What all shares have in common.
  ///
  /// @param timer tells when a feed is due; runs nothing itself
  /// @param polls runs what may block
  record Parts(
      SourcePublisher.Kafka kafka,
      PollSchedule schedule,
      ScheduledExecutorService timer,
      Executor polls,
      Clock clock,
      Trouble trouble) {}

  /// Polls a feed and settles with its share.
  @FunctionalInterface
  interface Poller {
    void poll(Share share, Subscription subscription);
  }

  private enum Phase {
    LOADING,
    RUNNING,
    CLOSED
  }

  private final int partition;
  private final Parts parts;
  private final Poller poller;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final Map<String, FeedMemory> memories = new HashMap<>();
  private final Map<String, Integer> stumbles = new HashMap<>();
  private Map<String, Feed> wanted;
  private Phase phase = Phase.LOADING;
  private @Nullable SourcePublisher publisher;

  /// @param wanted every feed that is to be polled, those of other partitions too
  Share(int partition, Parts parts, Poller poller, Map<String, Feed> wanted) {
    this.partition = partition;
    this.parts = parts;
    this.poller = poller;
    this.wanted = wanted;
  }

  /// Begins to take over the partition; returns at once.
  void open() {
    load(Duration.ZERO);
  }

  private void load(Duration pause) {
    Thread.ofVirtual().name("feeds-load-" + partition).start(() -> takeOver(pause));
  }

  private void takeOver(Duration firstPause) {
    Duration pause = firstPause;
    while (pausedFor(pause)) {
      try {
        take(SourcePublisher.ofFeeds(parts.kafka(), partition));
        return;
      } catch (PublishException e) {
        parts.trouble().begins(e);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : longer;
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  /// @return false when the share was closed meanwhile
  private boolean pausedFor(Duration pause) {
    try {
      return !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void take(SourcePublisher taken) {
    List<SourceState> states;
    try {
      states = taken.states();
    } catch (PublishException e) {
      taken.abandon();
      throw e;
    }
    lock.lock();
    try {
      if (phase == Phase.CLOSED) {
        taken.abandon();
        return;
      }
      publisher = taken;
      phase = Phase.RUNNING;
      memories.clear();
      states.forEach(state -> memory(state.name(), state.owner()).put(state));
      forgetLongRemoved();
      parts.trouble().ends();
      beginAll();
    } catch (RuntimeException e) {
      fail(null, e);
    } finally {
      lock.unlock();
    }
  }

  private FeedMemory memory(String url, String owner) {
    return memories.computeIfAbsent(url, _ -> new FeedMemory(url, owner));
  }

  private void forgetLongRemoved() {
    Instant before = parts.clock().instant().minus(KEPT_AFTER_REMOVAL);
    List<FeedMemory> removed =
        memories.values().stream()
            .filter(memory -> !wanted.containsKey(memory.url()) && memory.isOlderThan(before))
            .toList();
    for (FeedMemory memory : removed) {
      List<SourceState> states = memory.all();
      current().transact("the removal of " + memory.url(), to -> states.forEach(to::forget));
      memories.remove(memory.url());
    }
  }

  private SourcePublisher current() {
    if (publisher == null) {
      throw new IllegalStateException("partition " + partition + " is not taken over");
    }
    return publisher;
  }

  /// Follows what was added, changed and removed.
  ///
  /// @param feeds every feed, those of other partitions too
  void follow(Map<String, Feed> feeds) {
    lock.lock();
    try {
      wanted = feeds;
      if (phase == Phase.RUNNING) {
        beginAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void beginAll() {
    subscriptions.forEach((url, subscription) -> {
      if (!wanted.containsKey(url)) {
        subscription.stop();
        subscriptions.remove(url);
      }
    });
    List<Subscription> begun = new ArrayList<>();
    for (Feed feed : wanted.values()) {
      Subscription there = subscriptions.get(feed.url());
      if (there != null) {
        change(there, feed);
      } else if (owns(feed)) {
        begun.add(begin(feed));
      }
    }
    int together = (int) begun.stream().filter(this::isOverdue).count();
    begun.forEach(subscription -> wakeFirst(subscription, together));
  }

  private boolean owns(Feed feed) {
    return SourcePublisher.partition(parts.kafka().world().sources(), owner(feed)) == partition;
  }

  private static String owner(Feed feed) {
    return CanonicalUrl.registrableDomain(Feed.host(feed.url()));
  }

  private Subscription begin(Feed feed) {
    var subscription = new Subscription(feed, memory(feed.url(), owner(feed)));
    subscriptions.put(feed.url(), subscription);
    return subscription;
  }

  private void change(Subscription subscription, Feed feed) {
    boolean faster = !feed.equals(subscription.feed());
    subscription.feed(feed);
    Instant due = subscription.due();
    if (faster && due != null) {
      Instant now = parts.clock().instant();
      wake(subscription, earlier(due, parts.schedule().atLatest(feed, now)));
    }
  }

  private boolean isOverdue(Subscription subscription) {
    FeedState fares = subscription.memory().fares();
    return fares == null
        || fares.nextPollAt() == null
        || !fares.nextPollAt().isAfter(parts.clock().instant());
  }

  private void wakeFirst(Subscription subscription, int together) {
    if (subscription.isGone()) {
      return;
    }
    Instant now = parts.clock().instant();
    Feed feed = subscription.feed();
    FeedState fares = subscription.memory().fares();
    Instant planned = fares == null ? null : fares.nextPollAt();
    int falls = stumbles.getOrDefault(feed.url(), 0);
    if (falls > 1) {
      // What it brings may be what Kafka does not take: the partition's other feeds go first.
      wake(subscription, parts.schedule().afterFailure(feed, now, falls));
    } else if (fares == null || planned == null || !planned.isAfter(now)) {
      wake(subscription, parts.schedule().first(feed, now, together));
    } else {
      // The interval may have been shortened since; a feed in trouble waits as it was told to.
      boolean troubled = fares.failures() > 0;
      wake(
          subscription,
          troubled ? planned : earlier(planned, parts.schedule().atLatest(feed, now)));
    }
  }

  private void wake(Subscription subscription, Instant due) {
    subscription.stop();
    long wait = Math.max(0, Duration.between(parts.clock().instant(), due).toMillis());
    subscription.await(
        due,
        parts
            .timer()
            .schedule(
                () -> parts.polls().execute(() -> poll(subscription)),
                wait,
                TimeUnit.MILLISECONDS));
  }

  private void poll(Subscription subscription) {
    lock.lock();
    try {
      if (!holds(subscription)) {
        return;
      }
      subscription.stop();
    } finally {
      lock.unlock();
    }
    poller.poll(this, subscription);
  }

  private boolean holds(Subscription subscription) {
    return phase == Phase.RUNNING && subscriptions.get(subscription.feed().url()) == subscription;
  }

  /// Puts a poll off.
  void postpone(Subscription subscription, Instant due) {
    lock.lock();
    try {
      if (holds(subscription)) {
        wake(subscription, due);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Publishes what a poll brought, remembers it and waits for the next; or drops it when the feed
  /// is not this instance's any more.
  ///
  /// @return whether it was settled
  boolean settle(Subscription subscription, Verdict verdict) {
    lock.lock();
    try {
      if (!holds(subscription)) {
        return false;
      }
      Update update = verdict.update();
      if (update.isWorthWriting()) {
        current().transact("feed " + update.feed().name(), to -> write(to, update));
      }
      subscription.remember(update, update.isWorthWriting());
      stumbles.remove(update.feed().name());
      if (verdict.due() != null) {
        wake(subscription, verdict.due());
      }
      return true;
    } catch (RuntimeException e) {
      // Whatever a broken producer throws: the next one begins from what the log says.
      fail(subscription, e);
      return false;
    } finally {
      lock.unlock();
    }
  }

  private static void write(SourcePublisher.Transaction to, Update update) {
    update.articles().forEach(to::article);
    update.entries().forEach(to::state);
    update.forgotten().forEach(to::forget);
    to.state(update.feed());
    update.notices().forEach(to::notice);
  }

  /// Takes the blame from a feed whose last poll was `poll`.
  void forgive(Subscription subscription, Instant polledAt, Verdict unblamed) {
    lock.lock();
    try {
      FeedState fares = subscription.memory().fares();
      if (holds(subscription)
          && subscription.due() != null
          && fares != null
          && polledAt.equals(fares.lastPolledAt())
          && unblamed.due() != null) {
        subscription.remember(unblamed.update(), false);
        wake(subscription, unblamed.due());
      }
    } finally {
      lock.unlock();
    }
  }

  /// Writes a notice that is no feed's.
  ///
  /// @return whether it was written
  boolean say(Notice notice) {
    lock.lock();
    try {
      if (phase != Phase.RUNNING) {
        return false;
      }
      current().transact("a notice", to -> to.notice(notice));
      return true;
    } catch (RuntimeException e) {
      fail(null, e);
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void fail(@Nullable Subscription over, RuntimeException why) {
    parts.trouble().begins(why);
    if (over != null) {
      stumbles.merge(over.feed().url(), 1, Integer::sum);
    }
    stop();
    phase = Phase.LOADING;
    load(why instanceof FencedException ? PAUSE_WHEN_FENCED : FIRST_PAUSE);
  }

  private void stop() {
    subscriptions.values().forEach(Subscription::stop);
    subscriptions.clear();
    if (publisher != null) {
      publisher.abandon();
      publisher = null;
    }
  }

  boolean isRunning() {
    lock.lock();
    try {
      return phase == Phase.RUNNING;
    } finally {
      lock.unlock();
    }
  }

  List<FeedHealth> health() {
    return subscriptions.values().stream().map(Subscription::health).toList();
  }

  /// Lets go of the partition: a transaction that is under way is completed first.
  void close() {
    closing.countDown();
    lock.lock();
    try {
      phase = Phase.CLOSED;
      stop();
    } finally {
      lock.unlock();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
