package org.parley.app.role;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.Failure;
import org.parley.app.access.Actor;
import org.parley.app.config.Config;
import org.parley.contract.LatencyListener;
import org.parley.contract.topic.Topic;
import org.parley.processor.NewsProcessor;
import org.parley.processor.ProcessorSettings;

/// Articles in, matches, stories and alerts out.
public final class ProcessorRole implements Role {
  private static final String NAME = "processor";

  private final Config config;
  private final Cluster cluster;
  private final int threads;
  private final LatencyListener latency;
  private final CompletableFuture<Failure> failure = new CompletableFuture<>();
  private @Nullable RoleLock lock;
  private @Nullable NewsProcessor processor;

  /// @param threads stream threads
  public ProcessorRole(Config config, Cluster cluster, int threads) {
    this(config, cluster, threads, LatencyListener.NONE);
  }

  /// @param threads stream threads
  /// @param latency told how long articles take, on stream threads, which it must not hold up
  public ProcessorRole(Config config, Cluster cluster, int threads, LatencyListener latency) {
    this.config = config;
    this.cluster = cluster;
    this.threads = threads;
    this.latency = latency;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Actor actor() {
    return Actor.PROCESSOR;
  }

  @Override
  public List<Topic<?>> topics() {
    var world = cluster.world();
    return List.of(
        world.articles(),
        world.watches(),
        world.matches(),
        world.stories(),
        world.members(),
        world.alerts(),
        world.notices(),
        world.deadLetters());
  }

  @Override
  public synchronized void start() {
    lock = RoleLock.take(config.dataDir(), NAME);
    var made = new NewsProcessor(settings(), latency);
    processor = made;
    var _ =
        made.failure()
            .thenAcceptAsync(problem -> failure.complete(RoleFailure.of(this, cluster, problem)));
    made.start();
  }

  private ProcessorSettings settings() {
    return new ProcessorSettings(
        cluster.world(),
        cluster.servers(),
        config.stateDir(NAME),
        Instance.idIn(config.dataDir()) + "-processor",
        threads,
        config.sessionTimeout(),
        cluster.client());
  }

  @Override
  public void awaitRunning(Duration limit) throws InterruptedException {
    try {
      processor().awaitRunning(limit);
    } catch (IllegalStateException e) {
      throw RoleFailure.notRunning(this, cluster, e);
    }
  }

  /// The processor itself, for its counts and its progress.
  ///
  /// @throws IllegalStateException before [#start()]
  public synchronized NewsProcessor processor() {
    if (processor == null) {
      throw new IllegalStateException("not started");
    }
    return processor;
  }

  @Override
  public synchronized Health health() {
    return processor == null
        ? new Health(Health.State.STOPPED, "not running")
        : StreamsHealth.of(processor.state());
  }

  @Override
  public CompletionStage<Failure> failure() {
    return failure;
  }

  @Override
  public synchronized boolean close(Duration limit) {
    boolean done = processor == null || processor.close(limit);
    processor = null;
    if (lock != null) {
      lock.close();
      lock = null;
    }
    return done;
  }
}
