package org.parley.app.role;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.access.Actor;
import org.parley.app.config.Config;
import org.parley.contract.topic.Topic;
import org.parley.ingest.feed.FeedService;
import org.parley.ingest.feed.FeedSettings;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;

/// Feeds in, articles out.
public final class IngestRole implements Role {
  private static final String NAME = "ingest";

  private final Config config;
  private final Cluster cluster;
  private final CompletableFuture<Failure> failure = new CompletableFuture<>();
  private @Nullable RoleLock lock;
  private @Nullable FeedService feeds;

  public IngestRole(Config config, Cluster cluster) {
    this.config = config;
    this.cluster = cluster;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Actor actor() {
    return Actor.INGEST;
  }

  @Override
  public List<Topic<?>> topics() {
    var world = cluster.world();
    return List.of(world.feeds(), world.sources(), world.articles(), world.notices());
  }

  @Override
  public synchronized void start() {
    lock = RoleLock.take(config.dataDir(), NAME);
    var service = FeedService.start(settings());
    feeds = service;
    var _ =
        service
            .failure()
            .thenAcceptAsync(problem -> failure.complete(RoleFailure.of(this, cluster, problem)));
  }

  private FeedSettings settings() {
    var http = GuardedHttp.Settings.of(AddressPolicy.allowing(config.feeds().allow()));
    return FeedSettings.of(
            cluster.world(), cluster.client(), Instance.idIn(config.dataDir()) + "-" + NAME, http)
        .withPolling(config.feeds().polling())
        .withSession(config.sessionTimeout())
        .withLimit(config.brokerTimeout());
  }

  @Override
  public void awaitRunning(Duration limit) throws InterruptedException {
    try {
      feeds().awaitRunning(limit);
    } catch (IllegalStateException e) {
      throw new Failure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }

  /// The polling itself, for its counts and how each feed fares.
  ///
  /// @throws IllegalStateException before [#start()]
  public synchronized FeedService feeds() {
    if (feeds == null) {
      throw new IllegalStateException("not started");
    }
    return feeds;
  }

  @Override
  public synchronized Health health() {
    if (feeds == null) {
      return new Health(Health.State.STOPPED, "not running");
    }
    String trouble = feeds.trouble();
    if (feeds.isRunning()) {
      return new Health(Health.State.RUNNING, "polls " + feeds.counts().feeds() + " feeds");
    }
    return new Health(
        Health.State.STARTING, trouble == null ? "takes over its share of the feeds" : trouble);
  }

  /// Done when Kafka refuses: a broker that is away is waited for, and a feed's trouble is the
  /// feed's.
  @Override
  public CompletionStage<Failure> failure() {
    return failure;
  }

  @Override
  public synchronized boolean close(Duration limit) {
    boolean done = feeds == null || feeds.close(limit);
    feeds = null;
    if (lock != null) {
      lock.close();
      lock = null;
    }
    return done;
  }
}
