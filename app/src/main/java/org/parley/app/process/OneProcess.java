package org.parley.app.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.Layout;
import org.parley.app.access.Actor;
import org.parley.app.access.Refusal;
import org.parley.app.config.Config;
import org.parley.app.role.AlertsRole;
import org.parley.app.role.ProcessorRole;
import org.parley.app.role.Role;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.Attempt;
import org.parley.contract.topic.World;
import org.parley.processor.NewsProcessor;

/// The roles of one process, and the broker with them unless there is a cluster. `run`, `demo`,
/// `replay` and the commands that run one role differ only in the roles and in what they feed them.
///
/// Two steps, since watches and endpoints are to be in the log before anything reads it: [#open]
/// gives a cluster with its topics, [#start] starts the roles.
public final class OneProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration LEAST = Duration.ofSeconds(2);

  private final Config config;
  private final Cluster cluster;
  private final @Nullable EmbeddedBroker broker;
  private final CompletableFuture<Failure> failure;
  private final List<Role> roles = new ArrayList<>();
  private boolean closed;

  private OneProcess(
      Config config,
      Cluster cluster,
      @Nullable EmbeddedBroker broker,
      CompletableFuture<Failure> failure) {
    this.config = config;
    this.cluster = cluster;
    this.broker = broker;
    this.failure = failure;
  }

  /// A broker and the topics of `world` on it.
  ///
  /// @param settings of the embedded broker; not asked for when the configuration names a cluster
  /// @throws org.parley.broker.BrokerException when the broker cannot start; the message says why
  public static OneProcess open(Config config, World world, EmbeddedBroker.Settings settings) {
    Layout.check(config.dataDir());
    String servers = config.bootstrapServers();
    var failure = new CompletableFuture<Failure>();
    EmbeddedBroker broker =
        servers == null
            ? EmbeddedBroker.start(settings.withOnFatal(why -> failure.complete(gaveUp(why))))
            : null;
    Cluster cluster =
        Cluster.at(
            broker == null ? String.valueOf(servers) : broker.bootstrapServers(), world, config);
    var process = new OneProcess(config, cluster, broker, failure);
    try {
      if (broker == null) {
        cluster.checkReachable();
      }
      cluster.createTopics(world.topics());
    } catch (RuntimeException e) {
      process.close();
      throw new Refusal(cluster, Actor.OPERATOR).instead(e);
    }
    return process;
  }

  /// No broker: the roles of this process use one that runs elsewhere.
  public static OneProcess at(Config config, Cluster cluster) {
    return new OneProcess(config, cluster, null, new CompletableFuture<>());
  }

  private static Failure gaveUp(String why) {
    return new Failure(ExitCode.UNAVAILABLE, "the broker gave up: " + why);
  }

  public Cluster cluster() {
    return cluster;
  }

  /// Done when the broker, or a role, has stopped for good because of an error: the process should
  /// be closed then.
  public CompletionStage<Failure> failure() {
    return failure;
  }

  /// Starts `roles`, all at the same time, and returns when they do their work. May be called
  /// again, for roles that come later.
  ///
  /// @throws Failure when one of them cannot, or does not within `limit`
  public void start(List<Role> roles, Duration limit) throws InterruptedException {
    for (Role role : roles) {
      add(role);
      if (broker == null) {
        new Refusal(cluster, role.actor()).check();
      }
      cluster.createTopics(role.topics());
    }
    List<CompletableFuture<Void>> starts =
        roles.stream().map(role -> CompletableFuture.runAsync(role::start)).toList();
    await(starts);
    for (Role role : roles) {
      role.awaitRunning(limit);
    }
  }

  private synchronized void add(Role role) {
    if (closed) {
      throw new Failure(ExitCode.INTERRUPTED, "stopped while it started");
    }
    roles.add(role);
    var _ = role.failure().thenAccept(failure::complete);
  }

  private static void await(List<CompletableFuture<Void>> starts) {
    for (CompletableFuture<Void> start : starts) {
      try {
        start.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException known ? known : e;
      }
    }
  }

  /// Starts the processor, and the ledger with it when there is someone to listen for attempts.
  ///
  /// @param threads of the processor
  /// @param attempts told of each attempt; none when no webhooks are to be sent
  public void start(int threads, @Nullable Consumer<Attempt> attempts) throws InterruptedException {
    List<Role> wanted = new ArrayList<>();
    wanted.add(new ProcessorRole(config, cluster, threads));
    if (attempts != null) {
      wanted.add(new AlertsRole(config, cluster, attempts));
    }
    start(wanted, START);
  }

  /// Its roles, in the order in which they were started.
  public synchronized List<Role> roles() {
    return List.copyOf(roles);
  }

  public NewsProcessor processor() {
    return roles().stream()
        .filter(ProcessorRole.class::isInstance)
        .map(role -> ((ProcessorRole) role).processor())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no processor was started"));
  }

  /// Waits until all that was published is processed, and all that is owed is delivered.
  ///
  /// @return whether it came to that within the limit
  public boolean awaitQuiet(Duration limit) throws InterruptedException {
    boolean quiet = processor().progress().awaitDrained(limit);
    for (Role role : roles()) {
      quiet = quiet && (!(role instanceof AlertsRole alerts) || alerts.awaitDrained(limit));
    }
    return quiet;
  }

  @Override
  public void close() {
    close(STOP);
  }

  /// Stops in the order of the article's path backwards. A replay's topics on a cluster are
  /// deleted. Idempotent.
  ///
  /// @param limit for all roles together, though each has two seconds in any case; the broker's own
  ///   end comes on top
  /// @return whether every role completed what was under way
  public synchronized boolean close(Duration limit) {
    if (closed) {
      return true;
    }
    closed = true;
    long deadline = System.nanoTime() + limit.toNanos();
    boolean done = true;
    for (Role role : roles.reversed()) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      done &= role.close(left.compareTo(LEAST) < 0 ? LEAST : left);
    }
    if (broker != null) {
      broker.close();
    } else if (cluster.world().isReplay()) {
      cluster.deleteTopics();
    }
    return done;
  }
}
