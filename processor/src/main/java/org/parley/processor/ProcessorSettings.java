package org.parley.processor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.parley.contract.topic.Setbacks;
import org.parley.contract.topic.World;

/// How a processor runs.
///
/// @param world whose topics it reads and writes; a replay's world turns store caches off
/// @param bootstrapServers of the cluster, `host:port`, separated by commas
/// @param stateDir for the stores; they are restored from Kafka when it is lost
/// @param instanceId a name that this instance keeps over restarts, so that it has its partitions
///   back at once
/// @param threads stream threads
/// @param session how long the broker waits for a sign of life before it gives the partitions to
///   another instance
/// @param kafka properties for every Kafka client (TLS, SASL, …), as Kafka names them
public record ProcessorSettings(
    World world,
    String bootstrapServers,
    Path stateDir,
    String instanceId,
    int threads,
    Duration session,
    Map<String, String> kafka) {
  /// What suits most clusters, whose least is 6 s.
  public static final Duration SESSION = Duration.ofSeconds(10);

  /// How long a transaction lasts while there is a backlog, see [CommitPace].
  public static final Duration COMMIT_INTERVAL = Duration.ofMillis(500);

  private static final int MAX_RECORD = 8 * 1024 * 1024;

  /// An article leads to some eight kilobytes in five topics; the default of 16 makes a request of
  /// every other one.
  private static final int BATCH = 256 * 1024;

  /// @throws IllegalArgumentException naming all that is wrong
  public ProcessorSettings {
    List<String> problems = new ArrayList<>();
    if (bootstrapServers.isBlank()) {
      problems.add("bootstrapServers must be host:port");
    }
    if (!instanceId.matches("[a-zA-Z0-9._-]{1,100}")) {
      problems.add(
          "instanceId '" + instanceId + "' must be 1 to 100 letters, digits, '.', '_', '-'");
    }
    if (threads < 1 || threads > 64) {
      problems.add("threads must be 1 to 64, not " + threads);
    }
    if (!session.isPositive()) {
      problems.add("session must be longer than nothing, not " + session);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("processor: " + String.join("; ", problems));
    }
    kafka = Map.copyOf(kafka);
  }

  /// The consumer group, and the prefix of the changelogs.
  public String applicationId() {
    return world.id("processor");
  }

  /// The properties that all clients share.
  Properties clients() {
    Properties properties = new Properties();
    properties.putAll(kafka);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return properties;
  }

  Properties streams(DeadLetters deadLetters) {
    Properties properties = clients();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instanceId);
    // Also how long a thread that ended keeps its partitions from the one that replaces it.
    properties.putIfAbsent(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        (int) session.toMillis());
    properties.putIfAbsent(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        (int) session.dividedBy(5).toMillis());
    properties.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, Setbacks.PATIENCE.toMillis());
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    if (world.isReplay()) {
      properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    }
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_RECORD);
    properties.putIfAbsent(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
    properties.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Poison.Unreadable.class);
    properties.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Poison.Unprocessable.class);
    // Nothing may fail there (see WatchStep); should it, the watches' thread goes on.
    properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    properties.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, Poison.Unwritable.class);
    properties.put(Poison.DEAD_LETTERS, deadLetters);
    return properties;
  }
}
