package org.parley.alerts.ledger;

import static java.util.Map.entry;
import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.parley.contract.topic.Setbacks;
import org.parley.contract.topic.World;

/// How Kafka Streams runs the ledger.
public final class LedgerConfig {
  /// At this interval results become certain and offsets are committed.
  public static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

  private static final int MAX_MESSAGE = 8 * 1024 * 1024;

  private LedgerConfig() {}

  /// @param kafka client properties as Kafka names them; they win where both have one
  /// @param instanceId of this instance, the same over restarts
  /// @param session see [org.parley.alerts.delivery.Lease]
  public static StreamsConfig of(
      World world, Map<String, Object> kafka, Path stateDir, String instanceId, Duration session) {
    Map<String, Object> config = new HashMap<>(streams(world, stateDir));
    config.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
    config.put(
        mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) session.toMillis());
    config.put(
        mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        (int) session.dividedBy(5).toMillis());
    config.putAll(clients());
    config.putAll(kafka);
    return new StreamsConfig(config);
  }

  private static Map<String, Object> streams(World world, Path stateDir) {
    return Map.ofEntries(
        entry(StreamsConfig.APPLICATION_ID_CONFIG, LedgerTopology.application(world)),
        entry(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString()),
        entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE),
        // The newer protocol refuses a changed topology, and a new version must take over.
        entry(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic"),
        entry(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, Setbacks.PATIENCE.toMillis()),
        entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis()),
        // How often a round comes when nothing arrives.
        entry(StreamsConfig.POLL_MS_CONFIG, 5),
        entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0),
        entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
        entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true),
        entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1),
        entry(topicPrefix("max.message.bytes"), Integer.toString(MAX_MESSAGE)));
  }

  private static Map<String, Object> clients() {
    return Map.of(
        consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG),
        "read_committed",
        consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
        "earliest",
        consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        MAX_MESSAGE,
        producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        MAX_MESSAGE,
        producerPrefix(ProducerConfig.ACKS_CONFIG),
        "all",
        producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        2);
  }
}
