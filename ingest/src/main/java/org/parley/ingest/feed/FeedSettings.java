package org.parley.ingest.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.contract.topic.World;
import org.parley.outbound.GuardedHttp;

/// How feeds are polled.
///
/// @param world whose topics are read and written
/// @param kafka properties for every Kafka client, `bootstrap.servers` among them
/// @param instanceId a name that this instance keeps over restarts, so that it has its feeds back
///   at once
/// @param http which addresses feeds may be fetched from, and how names become addresses
/// @param polling how often and how many at one time
/// @param session how long an instance may be silent before others take over its feeds
/// @param limit the longest to wait for Kafka before trying anew
/// @param clock of due times and of what is published
public record FeedSettings(
    World world,
    Map<String, String> kafka,
    String instanceId,
    GuardedHttp.Settings http,
    Polling polling,
    Duration session,
    Duration limit,
    Clock clock) {
  /// How often and how many at one time.
  ///
  /// @param interval from one poll of a feed to the next, unless the feed has its own; at least a
  ///   second
  /// @param deadline the longest that one request may take
  /// @param connections requests at one time, over all hosts
  /// @param obeysHints whether what feeds ask for lengthens the interval
  /// @param restsWholeHost whether a `Retry-After` counts for all feeds of the host
  public record Polling(
      Duration interval,
      Duration deadline,
      int connections,
      boolean obeysHints,
      boolean restsWholeHost) {
    /// A quarter of an hour, 30 s, 64 requests at one time, hints obeyed, each feed for itself.
    public static final Polling STANDARD =
        new Polling(Duration.ofMinutes(15), Duration.ofSeconds(30), 64, true, false);

    /// @throws IllegalArgumentException naming all that is wrong
    public Polling {
      List<String> problems = new ArrayList<>();
      if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
        problems.add("interval must be at least 1 s, not " + interval);
      }
      if (!deadline.isPositive()) {
        problems.add("deadline must be longer than nothing, not " + deadline);
      }
      if (connections < 1) {
        problems.add("connections must be at least 1, not " + connections);
      }
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException("feeds: " + String.join("; ", problems));
      }
    }

    public Polling withInterval(Duration interval) {
      return new Polling(interval, deadline, connections, obeysHints, restsWholeHost);
    }

    public Polling withDeadline(Duration deadline) {
      return new Polling(interval, deadline, connections, obeysHints, restsWholeHost);
    }
  }

  public FeedSettings {
    kafka = Map.copyOf(kafka);
    if (!kafka.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException("kafka.bootstrap.servers must be given");
    }
    if (!session.isPositive() || !limit.isPositive()) {
      throw new IllegalArgumentException("session and limit must be longer than nothing");
    }
  }

  /// [Polling#STANDARD], a session of 10 s, 15 s for Kafka, the system's clock.
  public static FeedSettings of(
      World world, Map<String, String> kafka, String instanceId, GuardedHttp.Settings http) {
    return new FeedSettings(
        world,
        kafka,
        instanceId,
        http,
        Polling.STANDARD,
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Clock.systemUTC());
  }

  public FeedSettings withPolling(Polling polling) {
    return new FeedSettings(world, kafka, instanceId, http, polling, session, limit, clock);
  }

  public FeedSettings withSession(Duration session) {
    return new FeedSettings(world, kafka, instanceId, http, polling, session, limit, clock);
  }

  public FeedSettings withLimit(Duration limit) {
    return new FeedSettings(world, kafka, instanceId, http, polling, session, limit, clock);
  }

  public FeedSettings withClock(Clock clock) {
    return new FeedSettings(world, kafka, instanceId, http, polling, session, limit, clock);
  }
}
