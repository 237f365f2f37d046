package org.parley.app.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.AlertsService;
import org.parley.alerts.AlertsSettings;
import org.parley.alerts.secret.Secrets;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.Sealing;
import org.parley.app.config.Config;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.Attempt;
import org.parley.contract.topic.World;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;
import org.parley.processor.NewsProcessor;
import org.parley.processor.ProcessorSettings;

/// Everything in one process: the broker unless there is a cluster, the processor, and the ledger
/// where webhooks are wanted. `run`, `demo` and `replay` differ only in what they feed it.
///
/// Two steps, since watches and endpoints are to be in the log before anything reads it: [#open]
/// gives a cluster with its topics, [#start] starts the processor and the ledger.
public final class OneProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Config config;
  private final Cluster cluster;
  private final @Nullable EmbeddedBroker broker;
  private @Nullable NewsProcessor processor;
  private @Nullable AlertsService alerts;

  private OneProcess(Config config, Cluster cluster, @Nullable EmbeddedBroker broker) {
    this.config = config;
    this.cluster = cluster;
    this.broker = broker;
  }

  /// A broker and the topics of `world` on it.
  ///
  /// @param settings of the embedded broker; not asked for when the configuration names a cluster
  /// @throws org.parley.broker.BrokerException when the broker cannot start; the message says why
  public static OneProcess open(Config config, World world, EmbeddedBroker.Settings settings) {
    String servers = config.bootstrapServers();
    EmbeddedBroker broker = servers == null ? EmbeddedBroker.start(settings) : null;
    Cluster cluster =
        Cluster.at(
            broker == null ? String.valueOf(servers) : broker.bootstrapServers(), world, config);
    var process = new OneProcess(config, cluster, broker);
    try {
      if (broker == null) {
        cluster.checkReachable();
      }
      cluster.createTopics();
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
    return process;
  }

  public Cluster cluster() {
    return cluster;
  }

  /// Starts the processor, and the ledger with it when there is someone to listen for attempts;
  /// returns when both have their partitions.
  ///
  /// @param threads of the processor
  /// @param attempts told of each attempt; none when no webhooks are to be sent
  public void start(int threads, @Nullable Consumer<Attempt> attempts) throws InterruptedException {
    CompletableFuture<Void> ledger =
        attempts == null
            ? CompletableFuture.completedFuture(null)
            : CompletableFuture.runAsync(() -> startAlerts(attempts));
    processor = new NewsProcessor(processorSettings(threads));
    processor.start();
    processor.awaitRunning(START);
    ledger.join();
  }

  private void startAlerts(Consumer<Attempt> attempts) {
    var service = AlertsService.start(alertsSettings(attempts));
    alerts = service;
    service.awaitRunning(START);
  }

  public NewsProcessor processor() {
    if (processor == null) {
      throw new IllegalStateException("not started");
    }
    return processor;
  }

  /// Waits until all that was published is processed, and all that is owed is delivered.
  ///
  /// @return whether it came to that within the limit
  public boolean awaitQuiet(Duration limit) throws InterruptedException {
    boolean processed = processor().progress().awaitDrained(limit);
    return processed && (alerts == null || alerts.awaitDrained(limit));
  }

  /// Stops in the order of the article's path backwards, so that nothing is left on the way. A
  /// replay's topics on a cluster are deleted.
  @Override
  public synchronized void close() {
    if (alerts != null) {
      alerts.close(STOP);
      alerts = null;
    }
    if (processor != null) {
      processor.close(STOP);
      processor = null;
    }
    if (broker != null) {
      broker.close();
    } else if (cluster.world().isReplay()) {
      cluster.deleteTopics();
    }
  }

  private ProcessorSettings processorSettings(int threads) {
    Map<String, String> kafka = new HashMap<>(cluster.client());
    return new ProcessorSettings(
        cluster.world(),
        cluster.servers(),
        stateDir("processor"),
        Instance.idIn(config.dataDir()) + "-processor",
        threads,
        kafka);
  }

  private AlertsSettings alertsSettings(Consumer<Attempt> attempts) {
    var http = GuardedHttp.Settings.of(addressPolicy(config.alertsAllow()));
    return AlertsSettings.of(
            cluster.world(),
            new HashMap<>(cluster.client()),
            stateDir("ledger"),
            http,
            new Secrets(new Sealing(config).seal(), System::getenv))
        .withInstanceId(Instance.idIn(config.dataDir()) + "-ledger")
        .withClock(Clock.systemUTC())
        .withListener(attempts);
  }

  private Path stateDir(String role) {
    return config.stateDir(role);
  }

  private static AddressPolicy addressPolicy(List<String> allowed) {
    try {
      return allowed.isEmpty() ? AddressPolicy.publicOnly() : AddressPolicy.allowing(allowed);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "alerts.allow: " + e.getMessage(), e);
    }
  }
}
