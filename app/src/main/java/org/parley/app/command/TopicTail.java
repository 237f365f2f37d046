package org.parley.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.terminal.Terminal;
import org.parley.contract.topic.Topic;

/// Prints the records of a topic from near its end, or from a moment, on.
final class TopicTail {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Reach reach;

  /// How far back, and whether to go on.
  ///
  /// @param last how many records of each partition to begin with, unless `since` says where
  /// @param since leave out what bears an earlier timestamp
  /// @param follow whether to wait for more
  record Reach(long last, @Nullable Instant since, boolean follow) {
    private boolean covers(ConsumerRecord<?, ?> record) {
      return since == null || record.timestamp() >= since.toEpochMilli();
    }
  }

  TopicTail(Cluster cluster, Reach reach) {
    this.cluster = cluster;
    this.reach = reach;
  }

  /// Returns at the topic's present end, or never when it follows.
  <V> void print(Topic<V> topic, Function<Object, String> line, Terminal terminal) {
    Map<String, Object> properties = new HashMap<>(cluster.client());
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("max.partition.fetch.bytes", Integer.toString(8 * 1024 * 1024));
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      Map<TopicPartition, Long> ends = seek(consumer, topic);
      while (reach.follow() || !reached(consumer, ends)) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (reach.covers(record)) {
            terminal.out().println(text(topic, record, line));
          }
        }
      }
    }
  }

  private <V> Map<TopicPartition, Long> seek(
      KafkaConsumer<String, byte[]> consumer, Topic<V> topic) {
    var known = consumer.listTopics().get(topic.name());
    if (known == null) {
      throw new Failure(
          ExitCode.NO_INPUT, "topic " + topic.name() + " is not there; run `parley topics create`");
    }
    List<TopicPartition> partitions =
        known.stream().map(p -> new TopicPartition(topic.name(), p.partition())).toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    starts(consumer, ends).forEach(consumer::seek);
    return ends;
  }

  private Map<TopicPartition, Long> starts(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> starts = new HashMap<>(ends);
    if (reach.since() == null) {
      var oldest = consumer.beginningOffsets(ends.keySet());
      starts.replaceAll(
          (partition, end) -> Math.max(oldest.getOrDefault(partition, 0L), end - reach.last()));
      return starts;
    }
    long since = Math.max(0, reach.since().toEpochMilli());
    Map<TopicPartition, Long> times = new HashMap<>();
    ends.keySet().forEach(partition -> times.put(partition, since));
    consumer
        .offsetsForTimes(times)
        .forEach((partition, found) -> {
          if (found != null) {
            starts.put(partition, found.offset());
          }
        });
    return starts;
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private static <V> String text(
      Topic<V> topic, ConsumerRecord<String, byte[]> record, Function<Object, String> line) {
    try {
      V value = topic.value().deserializer().deserialize(topic.name(), record.value());
      return value == null ? record.key() + " (deleted)" : line.apply(value);
    } catch (SerializationException e) {
      return String.format(
          Locale.ROOT,
          "%s-%d@%d: %s",
          topic.name(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }
}
