package org.parley.app.role;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.AlertsService;
import org.parley.alerts.AlertsSettings;
import org.parley.alerts.secret.Secrets;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.access.Actor;
import org.parley.app.book.Sealing;
import org.parley.app.config.Config;
import org.parley.contract.Attempt;
import org.parley.contract.LatencyListener;
import org.parley.contract.topic.Topic;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;

/// Alerts in, webhooks out.
public final class AlertsRole implements Role {
  private static final String NAME = "alerts";

  /// How its stores and its group member are called; running installations bear the name.
  private static final String STATE = "ledger";

  private final Config config;
  private final Cluster cluster;
  private final Consumer<Attempt> attempts;
  private final LatencyListener latency;
  private final CompletableFuture<Failure> failure = new CompletableFuture<>();
  private @Nullable RoleLock lock;
  private @Nullable AlertsService alerts;

  /// @param attempts told of each attempt, on a stream thread, which it must not hold up
  public AlertsRole(Config config, Cluster cluster, Consumer<Attempt> attempts) {
    this(config, cluster, attempts, LatencyListener.NONE);
  }

  /// @param attempts told of each attempt, on a stream thread, which it must not hold up
  /// @param latency told how long delivered alerts took, likewise
  public AlertsRole(
      Config config, Cluster cluster, Consumer<Attempt> attempts, LatencyListener latency) {
    this.config = config;
    this.cluster = cluster;
    this.attempts = attempts;
    this.latency = latency;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Actor actor() {
    return Actor.ALERTS;
  }

  @Override
  public List<Topic<?>> topics() {
    var world = cluster.world();
    return List.of(
        world.alerts(), world.endpoints(), world.attempts(), world.notices(), world.deadLetters());
  }

  @Override
  public synchronized void start() {
    lock = RoleLock.take(config.dataDir(), NAME);
    var service = AlertsService.start(settings());
    alerts = service;
    var _ =
        service
            .failure()
            .thenAcceptAsync(problem -> failure.complete(RoleFailure.of(this, cluster, problem)));
  }

  private AlertsSettings settings() {
    var http = GuardedHttp.Settings.of(addressPolicy(config.alertsAllow()));
    return AlertsSettings.of(
            cluster.world(),
            new HashMap<>(cluster.client()),
            config.stateDir(STATE),
            http,
            new Secrets(new Sealing(config).seal(), System::getenv))
        .withInstanceId(Instance.idIn(config.dataDir()) + "-" + STATE)
        .withSession(config.sessionTimeout())
        .withClock(Clock.systemUTC())
        .withListener(attempts)
        .withLatency(latency);
  }

  private static AddressPolicy addressPolicy(List<String> allowed) {
    try {
      return allowed.isEmpty() ? AddressPolicy.publicOnly() : AddressPolicy.allowing(allowed);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "alerts.allow: " + e.getMessage(), e);
    }
  }

  @Override
  public void awaitRunning(Duration limit) {
    try {
      service().awaitRunning(limit);
    } catch (IllegalStateException e) {
      throw RoleFailure.notRunning(this, cluster, e);
    }
  }

  /// Waits until all that is owed is delivered.
  ///
  /// @return whether it came to that within `limit`
  public boolean awaitDrained(Duration limit) {
    return service().awaitDrained(limit);
  }

  /// The service itself, for its figures.
  ///
  /// @throws IllegalStateException before [#start()]
  public synchronized AlertsService service() {
    if (alerts == null) {
      throw new IllegalStateException("not started");
    }
    return alerts;
  }

  @Override
  public synchronized Health health() {
    return alerts == null
        ? new Health(Health.State.STOPPED, "not running")
        : StreamsHealth.of(alerts.state());
  }

  @Override
  public CompletionStage<Failure> failure() {
    return failure;
  }

  @Override
  public synchronized boolean close(Duration limit) {
    boolean done = alerts == null || alerts.close(limit);
    alerts = null;
    if (lock != null) {
      lock.close();
      lock = null;
    }
    return done;
  }
}
