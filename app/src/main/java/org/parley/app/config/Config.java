package org.parley.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.app.log.LogSettings;
import org.parley.console.ConsoleSettings;
import org.parley.ingest.feed.FeedSettings.Polling;

/// Everything an operator has set, checked. Built once, in [ConfigLoader].
///
/// @param dataDir absolute
/// @param bootstrapServers of a cluster; none for an embedded broker
/// @param brokerTimeout how long to wait for a broker
/// @param kafka properties for every Kafka client
/// @param sessionTimeout how long an instance may be silent before others take over its work
/// @param stopLimit how long a process may take to complete what is under way when it is stopped
/// @param feeds how feeds are polled
/// @param log how to log
/// @param console where the console listens; none for no console
/// @param endpoints defined in the configuration, by id
public record Config(
    Path dataDir,
    @Nullable String bootstrapServers,
    String prefix,
    int brokerPort,
    Duration brokerTimeout,
    int processorThreads,
    List<String> alertsAllow,
    @Nullable String secretKey,
    Path corpusSeed,
    Duration sessionTimeout,
    Duration stopLimit,
    Feeds feeds,
    LogSettings log,
    @Nullable ConsoleSettings console,
    Map<String, String> kafka,
    List<EndpointConfig> endpoints) {
  public Config {
    alertsAllow = List.copyOf(alertsAllow);
    kafka = Map.copyOf(kafka);
    endpoints = List.copyOf(endpoints);
  }

  /// How feeds are polled.
  ///
  /// @param allow private addresses that feeds may be fetched from
  public record Feeds(Polling polling, List<String> allow) {
    public Feeds {
      allow = List.copyOf(allow);
    }
  }

  /// An endpoint as the configuration has it.
  ///
  /// @param id of the endpoint
  /// @param url to deliver to
  /// @param secret `env:NAME` or `file:PATH`
  /// @param watches by id; empty for all
  public record EndpointConfig(String id, String url, String secret, List<String> watches) {
    public EndpointConfig {
      watches = List.copyOf(watches);
    }
  }

  /// The properties of a Kafka client of this configuration.
  ///
  /// @param servers the cluster, or the embedded broker's address
  public Map<String, String> kafkaClient(String servers) {
    Map<String, String> properties = new TreeMap<>(kafka);
    properties.put("bootstrap.servers", servers);
    return properties;
  }

  /// Where this Parley keeps the state of a role.
  public Path stateDir(String role) {
    return dataDir.resolve("state").resolve(role);
  }

  /// The same on another data directory.
  public Config withDataDir(Path directory) {
    return new Config(
        directory,
        bootstrapServers,
        prefix,
        brokerPort,
        brokerTimeout,
        processorThreads,
        alertsAllow,
        secretKey,
        corpusSeed,
        sessionTimeout,
        stopLimit,
        feeds,
        log,
        console,
        kafka,
        endpoints);
  }

  /// The same with one more address that webhooks may be sent to.
  public Config allowing(String address) {
    List<String> allowed = new ArrayList<>(alertsAllow);
    allowed.add(address);
    return new Config(
        dataDir,
        bootstrapServers,
        prefix,
        brokerPort,
        brokerTimeout,
        processorThreads,
        allowed,
        secretKey,
        corpusSeed,
        sessionTimeout,
        stopLimit,
        feeds,
        log,
        console,
        kafka,
        endpoints);
  }
}
