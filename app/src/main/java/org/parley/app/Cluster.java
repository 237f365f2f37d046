package org.parley.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.parley.app.access.Refusal;
import org.parley.app.config.Config;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.topic.MayNotCreateTopicException;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.contract.topic.Topics;
import org.parley.contract.topic.World;

/// The Kafka cluster that a command talks to, and the world on it.
///
/// @param client properties of every Kafka client, `bootstrap.servers` among them
/// @param patience the longest to wait for an answer
public record Cluster(World world, Map<String, String> client, Duration patience) {
  public Cluster {
    client = Map.copyOf(client);
  }

  /// The cluster of the configuration, else the embedded broker that runs on its data directory.
  ///
  /// @throws Failure when neither is there
  public static Cluster find(Config config) {
    String servers = config.bootstrapServers();
    if (servers == null) {
      servers =
          EmbeddedBroker.addressIn(config.dataDir())
              .orElseThrow(() ->
                  new Failure(
                      ExitCode.UNAVAILABLE,
                      "no Parley runs on "
                          + config.dataDir()
                          + "; start `parley run`, or name a cluster with --bootstrap-servers"));
    }
    var cluster = at(servers, World.live(config.prefix()), config);
    cluster.checkReachable();
    return cluster;
  }

  /// The cluster at `servers`, not yet asked for anything.
  public static Cluster at(String servers, World world, Config config) {
    return new Cluster(world, config.kafkaClient(servers), config.brokerTimeout());
  }

  public String servers() {
    return String.valueOf(client.get("bootstrap.servers"));
  }

  /// A new admin client; the caller closes it.
  public Admin admin() {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("default.api.timeout.ms", Long.toString(patience.toMillis()));
    properties.put("request.timeout.ms", Long.toString(Math.min(patience.toMillis(), 10_000)));
    return Admin.create(properties);
  }

  /// Creates those of `topics` that are missing.
  ///
  /// @return their names
  /// @throws Failure when one is missing and may not be created
  public List<String> createTopics(List<Topic<?>> topics) {
    try (Admin admin = admin()) {
      return new Topics(admin, patience).create(topics);
    } catch (MayNotCreateTopicException e) {
      throw new Failure(ExitCode.NO_PERMISSION, String.valueOf(e.getMessage()), e);
    }
  }

  /// Deletes every topic of the world, those of its applications included.
  public void deleteTopics() {
    try (Admin admin = admin()) {
      Set<String> names = Await.result(admin.listTopics().names(), patience);
      String prefix = world.prefix();
      List<String> ours =
          names.stream()
              .filter(name -> name.startsWith(prefix + ".") || name.startsWith(prefix + "-"))
              .toList();
      Await.result(admin.deleteTopics(ours).all(), patience);
    }
  }

  /// A new producer for `topic` whose writes are acknowledged by all replicas; the caller closes
  /// it.
  public <V> KafkaProducer<String, V> producer(Topic<V> topic) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("acks", "all");
    properties.put("max.request.size", Integer.toString(8 * 1024 * 1024));
    properties.put("max.block.ms", Long.toString(patience.toMillis()));
    properties.put("delivery.timeout.ms", Long.toString(patience.toMillis()));
    properties.put("request.timeout.ms", Long.toString(Math.min(patience.toMillis(), 10_000)));
    properties.put("linger.ms", "0");
    return new KafkaProducer<>(properties, new StringSerializer(), topic.value().serializer());
  }

  public TopicSnapshot snapshot() {
    return new TopicSnapshot(client, patience);
  }

  private Failure silent(AwaitException e) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        "no Kafka broker answers at "
            + servers()
            + " within "
            + patience.toSeconds()
            + " s"
            + (client.containsKey("security.protocol")
                ? " over " + client.get("security.protocol")
                : "; if it wants TLS or a login, set kafka.security.protocol"),
        e);
  }

  /// @throws Failure when the cluster does not answer in time, or refuses the connection
  public void checkReachable() {
    try (Admin admin = admin()) {
      Await.result(admin.describeCluster().clusterId(), patience);
    } catch (AwaitException e) {
      throw Refusal.credentialsIn(e, servers()).orElseGet(() -> silent(e));
    }
  }
}
