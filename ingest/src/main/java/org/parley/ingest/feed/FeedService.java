package org.parley.ingest.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.Notice;
import org.parley.contract.topic.World;
import org.parley.ingest.feed.FeedSettings.Polling;
import org.parley.ingest.feed.Membership.Place;
import org.parley.ingest.feed.poll.ConditionalGet;
import org.parley.ingest.publish.SourcePublisher;
import org.parley.ingest.schedule.HostGates;
import org.parley.ingest.schedule.Outage;
import org.parley.ingest.schedule.Pace;
import org.parley.ingest.schedule.PollSchedule;
import org.parley.outbound.GuardedHttp;

/// Polls the feeds of `parley.feeds` and publishes their entries, each once. Several instances
/// share the feeds by the partitions of `parley.sources`; when one is gone, the others take over
/// its share. The world's topics must be there before it starts. Thread-safe.
///
/// It never ends by itself: a Kafka that is away is waited for. What it does is in [#counts()] and
/// [#health()].
///
/// ```java
/// FeedService feeds = FeedService.start(FeedSettings.of(world, kafka, instanceId, http));
/// …
/// feeds.close(Duration.ofSeconds(20));
/// ```
public final class FeedService implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(20);
  private static final Duration AWAIT_STEP = Duration.ofMillis(20);

  private final GuardedHttp http;
  private final Tally tally = new Tally();
  private final Trouble trouble = new Trouble();
  private final Outage outage = new Outage(this::hosts);
  private final Polls polls;
  private final ScheduledThreadPoolExecutor timer;
  private final ExecutorService threads;
  private final Share.Parts parts;
  private final Map<Integer, Share> shares = new ConcurrentHashMap<>();
  private final FeedTopic topic;
  private final Membership membership;
  private volatile Map<String, Feed> feeds = Map.of();
  private volatile boolean closed;

  private FeedService(FeedSettings settings) {
    World world = settings.world();
    Polling polling = settings.polling();
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    http = GuardedHttp.open(settings.http().withConnections(polling.connections(), 2));
    var schedule = new PollSchedule(Pace.fixed(polling.interval()), polling.obeysHints(), random);
    var gates = new HostGates(polling.connections());
    polls =
        new Polls(
            new ConditionalGet(http, gates, polling.deadline(), settings.clock()),
            new Judge(schedule),
            outage,
            new Polls.Surroundings(
                settings.clock(), random, tally, polling.restsWholeHost(), this::say));
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("parley-feeds-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    // What becomes due once the service is being closed is nobody's any more.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("feed-poll-", 0).factory());
    parts =
        new Share.Parts(
            new SourcePublisher.Kafka(world, settings.kafka(), settings.limit(), settings.clock()),
            schedule,
            timer,
            this::run,
            settings.clock(),
            trouble);
    topic = new FeedTopic(world.feeds(), settings.kafka(), this::follow, trouble);
    membership =
        new Membership(
            new Place(
                world.sources().name(),
                world.id("ingest"),
                settings.instanceId(),
                settings.session()),
            settings.kafka(),
            topic::awaitCaughtUp,
            new Shares(),
            trouble);
  }

  /// Begins to poll; returns at once.
  public static FeedService start(FeedSettings settings) {
    var service = new FeedService(settings);
    service.topic.start();
    service.membership.start();
    return service;
  }

  private final class Shares implements Membership.Holder {
    @Override
    public void take(int partition) {
      var share = new Share(partition, parts, polls, feeds);
      shares.put(partition, share);
      // Between the reading of the feeds and this they may have changed.
      share.follow(feeds);
      share.open();
    }

    @Override
    public void drop(int partition) {
      Share share = shares.remove(partition);
      if (share != null) {
        share.close();
      }
    }

    @Override
    public void dropAll() {
      List.copyOf(shares.keySet()).forEach(this::drop);
    }
  }

  private void follow(Map<String, Feed> all) {
    feeds = all;
    shares.values().forEach(share -> share.follow(all));
  }

  private void run(Runnable poll) {
    try {
      threads.execute(poll);
    } catch (RejectedExecutionException e) {
      if (!closed) {
        throw e;
      }
    }
  }

  private void say(Notice notice) {
    for (Share share : shares.values()) {
      if (share.say(notice)) {
        return;
      }
    }
  }

  private int hosts() {
    return (int) health().stream().map(feed -> Feed.host(feed.feed().url())).distinct().count();
  }

  /// Whether it knows all feeds and polls those that are its share.
  public boolean isRunning() {
    return !closed
        && topic.isCaughtUp()
        && membership.hasJoined()
        && shares.values().stream().allMatch(Share::isRunning);
  }

  /// Waits until [#isRunning()].
  ///
  /// @throws IllegalStateException when it does not come to that in time, saying why
  public void awaitRunning(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!isRunning()) {
      if (closed || System.nanoTime() - deadline > 0) {
        String problem = trouble();
        throw new IllegalStateException(
            "feeds are not polled after "
                + limit.toSeconds()
                + " s"
                + (problem == null ? "" : ": " + problem));
      }
      LockSupport.parkNanos(AWAIT_STEP.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException("while feeds were waited for");
      }
    }
  }

  /// Done with the reason when Kafka refuses to work with this instance, for want of a right, say:
  /// it should be closed then.
  public CompletionStage<Throwable> failure() {
    return trouble.refusal();
  }

  /// What Kafka fails with at this moment; none when all is well.
  public @Nullable String trouble() {
    return trouble.present();
  }

  /// What it has done since it started.
  public FeedCounts counts() {
    return new FeedCounts(
        health().size(),
        shares.size(),
        tally.polls.sum(),
        tally.unchanged.sum(),
        tally.failed.sum(),
        tally.articles.sum(),
        tally.revisions.sum(),
        outage.isOut());
  }

  /// The feeds that this instance polls, and how they fare.
  public List<FeedHealth> health() {
    return shares.values().stream().flatMap(share -> share.health().stream()).toList();
  }

  /// Polls no more. Polls under way may end within half of `limit` and are cut off then; what they
  /// brought is published whole or not at all. Idempotent.
  ///
  /// @return whether every poll under way came to its end
  public boolean close(Duration limit) {
    closed = true;
    timer.shutdownNow();
    threads.shutdown();
    boolean done = await(limit.dividedBy(2));
    polls.end();
    http.close();
    try {
      topic.close();
      membership.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return await(limit.dividedBy(2)) && done;
  }

  private boolean await(Duration limit) {
    try {
      return threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    close(CLOSING);
  }
}
