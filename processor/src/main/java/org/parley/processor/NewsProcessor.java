package org.parley.processor;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.parley.contract.LatencyListener;
import org.parley.contract.topic.World;
import org.parley.processor.NewsTopology.Parts;
import org.parley.processor.story.StoryLane;
import org.parley.processor.watch.WatchSet;

/// The running processor: articles in, matches, stories and alerts out, exactly once. The world's
/// topics must be there before it starts. Thread-safe.
///
/// ```java
/// try (NewsProcessor processor = new NewsProcessor(settings)) {
///   processor.start();
///   processor.awaitRunning(Duration.ofSeconds(60));
///   …
/// }
/// ```
public final class NewsProcessor implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final Tally tally;
  private final Crashes crashes = new Crashes();
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final CountDownLatch settled = new CountDownLatch(1);
  private final WatchSet watches;
  private final Admin admin;
  private final NoticeWriter notices;
  private final KafkaStreams streams;
  private final Progress progress;

  /// With nobody to be told how long articles take.
  public NewsProcessor(ProcessorSettings settings) {
    this(settings, LatencyListener.NONE);
  }

  /// Loads what the steps need; nothing runs before [#start()].
  ///
  /// @param latency told how long articles take, on stream threads
  public NewsProcessor(ProcessorSettings settings, LatencyListener latency) {
    this(settings, TaggedAnalysis.load(), latency);
  }

  NewsProcessor(ProcessorSettings settings, ArticleAnalysis analysis, LatencyListener latency) {
    tally = new Tally(latency);
    World world = settings.world();
    admin = Admin.create(settings.clients());
    notices = new NoticeWriter(world.notices(), settings.clients());
    progress = new Progress(admin, world);
    watches = new WatchSet(new CostlyWatches(notices, tally));
    WatchIntake intake = new WatchIntake(world.watches(), watches, notices, tally);
    DeadLetters deadLetters = new DeadLetters(world, tally);
    Parts parts =
        new Parts(
            world,
            analysis,
            watches,
            intake,
            new ClusterWatchTopics(admin, world),
            deadLetters,
            StoryLane.Retention.STANDARD,
            tally);
    Properties properties = settings.streams(deadLetters);
    Topology topology =
        NewsTopology.build(parts, new TopologyConfig(new StreamsConfig(properties)));
    streams = new KafkaStreams(topology, properties);
    streams.setGlobalStateRestoreListener(intake);
    streams.setUncaughtExceptionHandler(crashes);
    streams.setStateListener((now, _) -> settle(now));
  }

  private void settle(KafkaStreams.State now) {
    if (now == KafkaStreams.State.ERROR) {
      failure.complete(
          Objects.requireNonNullElseGet(
              crashes.last(), () -> new IllegalStateException("every stream thread ended")));
    }
    if (now == KafkaStreams.State.RUNNING
        || now == KafkaStreams.State.ERROR
        || now == KafkaStreams.State.NOT_RUNNING) {
      settled.countDown();
    }
  }

  /// Begins to process; the watches are in force when it returns.
  ///
  /// @throws org.apache.kafka.streams.errors.StreamsException when the watches cannot be read
  public void start() {
    streams.start();
  }

  /// Waits until the stream threads have their partitions.
  ///
  /// @throws IllegalStateException when they do not get them in time, or the processor stopped
  public void awaitRunning(Duration limit) throws InterruptedException {
    boolean inTime = settled.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (!inTime || !state().isRunningOrRebalancing()) {
      throw new IllegalStateException(
          "the processor is " + state() + " after " + limit + "; look into its log",
          crashes.last());
    }
  }

  public KafkaStreams.State state() {
    return streams.state();
  }

  /// Whether it stopped for good because of an error.
  public boolean hasFailed() {
    return state() == KafkaStreams.State.ERROR
        || state() == KafkaStreams.State.PENDING_ERROR
        || (state() == KafkaStreams.State.NOT_RUNNING && crashes.last() != null);
  }

  /// Done with the reason when it has stopped for good because of an error.
  public CompletionStage<Throwable> failure() {
    return failure;
  }

  /// What it has done since it started.
  public ProcessorCounts counts() {
    return tally.counts();
  }

  /// What its Kafka clients measure, as Kafka names it.
  public Map<MetricName, ? extends Metric> kafkaMetrics() {
    return streams.metrics();
  }

  /// How many watches are in force.
  public int watchCount() {
    return watches.size();
  }

  /// How far it is behind what was published.
  public Progress progress() {
    return progress;
  }

  /// Stops in good order; what is under way is committed.
  ///
  /// @return whether it had stopped within `limit`
  public boolean close(Duration limit) {
    boolean stopped = streams.close(limit);
    notices.close();
    admin.close(limit);
    watches.close();
    return stopped;
  }

  @Override
  public void close() {
    close(CLOSING);
  }
}
