package org.parley.alerts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.alerts.secret.Secrets;
import org.parley.contract.Attempt;
import org.parley.contract.LatencyListener;
import org.parley.contract.topic.World;
import org.parley.outbound.GuardedHttp;

/// What [AlertsService] needs to know.
///
/// @param world whose alerts are delivered
/// @param kafka client properties as Kafka names them, `bootstrap.servers` at least
/// @param stateDir where the ledger keeps its stores; may be wiped at any time it is not running
/// @param instanceId stays the same over restarts, and no other instance has it
/// @param http how to reach the endpoints, the operator's allow-list included
/// @param secrets where the endpoints' secrets come from
/// @param mostOut how many attempts are under way at one time, over all endpoints
/// @param session how long the broker waits for a sign of life before it gives the partitions to
///   another instance; nothing is sent by an instance that was silent for half of it
/// @param clock of due times and of what is signed
/// @param listener is told each attempt as it is recorded, on a stream thread, which it must not
///   hold up
/// @param latency is told how long delivered alerts took, likewise
public record AlertsSettings(
    World world,
    Map<String, Object> kafka,
    Path stateDir,
    String instanceId,
    GuardedHttp.Settings http,
    Secrets secrets,
    int mostOut,
    Duration session,
    Clock clock,
    Consumer<Attempt> listener,
    LatencyListener latency) {
  private static final int MOST_OUT = 1000;
  private static final Duration SESSION = Duration.ofSeconds(10);

  public AlertsSettings {
    kafka = Map.copyOf(kafka);
    if (!kafka.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException("kafka.bootstrap.servers must be given");
    }
    if (mostOut < 1) {
      throw new IllegalArgumentException("mostOut must be at least 1, not " + mostOut);
    }
    if (!session.isPositive()) {
      throw new IllegalArgumentException("session must be longer than nothing, not " + session);
    }
  }

  /// A thousand attempts at one time, a session of 10 s, the system's clock, no listeners.
  public static AlertsSettings of(
      World world,
      Map<String, Object> kafka,
      Path stateDir,
      GuardedHttp.Settings http,
      Secrets secrets) {
    return new AlertsSettings(
        world,
        kafka,
        stateDir,
        world.id("ledger"),
        http.withConnections(MOST_OUT, MOST_OUT),
        secrets,
        MOST_OUT,
        SESSION,
        Clock.systemUTC(),
        attempt -> {},
        LatencyListener.NONE);
  }

  public AlertsSettings withInstanceId(String instanceId) {
    return new AlertsSettings(
        world,
        kafka,
        stateDir,
        instanceId,
        http,
        secrets,
        mostOut,
        session,
        clock,
        listener,
        latency);
  }

  public AlertsSettings withMostOut(int mostOut) {
    return new AlertsSettings(
        world,
        kafka,
        stateDir,
        instanceId,
        http.withConnections(mostOut, mostOut),
        secrets,
        mostOut,
        session,
        clock,
        listener,
        latency);
  }

  public AlertsSettings withSession(Duration session) {
    return new AlertsSettings(
        world,
        kafka,
        stateDir,
        instanceId,
        http,
        secrets,
        mostOut,
        session,
        clock,
        listener,
        latency);
  }

  public AlertsSettings withClock(Clock clock) {
    return new AlertsSettings(
        world,
        kafka,
        stateDir,
        instanceId,
        http,
        secrets,
        mostOut,
        session,
        clock,
        listener,
        latency);
  }

  public AlertsSettings withListener(Consumer<Attempt> listener) {
    return new AlertsSettings(
        world,
        kafka,
        stateDir,
        instanceId,
        http,
        secrets,
        mostOut,
        session,
        clock,
        listener,
        latency);
  }

  public AlertsSettings withLatency(LatencyListener latency) {
    return new AlertsSettings(
        world,
        kafka,
        stateDir,
        instanceId,
        http,
        secrets,
        mostOut,
        session,
        clock,
        listener,
        latency);
  }
}
