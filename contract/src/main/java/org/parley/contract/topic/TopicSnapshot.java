package org.parley.contract.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// Reads everything that a topic holds at this moment, and no further: what has been committed up
/// to the end that the topic had when the reading began. It joins no group and leaves no trace.
public final class TopicSnapshot {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;
  private final Duration limit;

  /// @param client properties of a Kafka client, `bootstrap.servers` among them
  /// @param limit the longest that the broker may take for an answer
  public TopicSnapshot(Map<String, String> client, Duration limit) {
    this.client = new HashMap<>(client);
    this.client.put("enable.auto.commit", "false");
    this.client.put("auto.offset.reset", "earliest");
    this.client.put("allow.auto.create.topics", "false");
    // At the end nothing comes any more: a fetch under way holds up the closing this long.
    this.client.put("fetch.max.wait.ms", "10");
    this.client.put("max.partition.fetch.bytes", Integer.toString(8 * 1024 * 1024));
    this.client.put("default.api.timeout.ms", Long.toString(limit.toMillis()));
    this.limit = limit;
  }

  /// A record as it was found.
  ///
  /// @param value none for a tombstone, and for a value that is no such record
  /// @param problem why the value could not be read, where it could not
  public record Entry<V>(
      int partition,
      long offset,
      Instant timestamp,
      @Nullable String key,
      @Nullable V value,
      @Nullable String problem) {}

  /// The last sound value of every key that is not deleted, by key. A value that cannot be read is
  /// passed over and leaves the one before it standing.
  public <V> Map<String, V> latest(Topic<V> topic) {
    Map<String, V> latest = new TreeMap<>();
    read(topic.name(), topic.value().deserializer(), entry -> put(latest, entry));
    return latest;
  }

  /// The same of one partition, and of everything that was committed there before the call: a
  /// transaction of someone else that is still open, and hides what was committed after it began,
  /// is waited for.
  ///
  /// @throws KafkaException when it stays open for longer than the limit
  public <V> Map<String, V> latest(Topic<V> topic, int partition) {
    List<TopicPartition> only = List.of(new TopicPartition(topic.name(), partition));
    Map<TopicPartition, Long> ends;
    try (var uncommitted = consumer("read_uncommitted")) {
      uncommitted.assign(only);
      ends = uncommitted.endOffsets(only, limit);
    }
    Map<String, V> latest = new TreeMap<>();
    try (var consumer = consumer("read_committed")) {
      read(consumer, ends, topic.value().deserializer(), entry -> put(latest, entry));
    }
    return latest;
  }

  private static <V> void put(Map<String, V> latest, Entry<V> entry) {
    if (entry.key() == null || entry.problem() != null) {
      return;
    }
    if (entry.value() == null) {
      latest.remove(entry.key());
    } else {
      latest.put(entry.key(), entry.value());
    }
  }

  /// Every record, by partition and offset.
  public <V> List<Entry<V>> entries(Topic<V> topic) {
    List<Entry<V>> entries = new ArrayList<>();
    read(topic.name(), topic.value().deserializer(), entries::add);
    return entries;
  }

  /// The values that are wanted, by partition and offset; what cannot be read is passed over.
  public <V> List<V> values(Topic<V> topic, Predicate<V> wanted) {
    List<V> values = new ArrayList<>();
    read(
        topic.name(),
        topic.value().deserializer(),
        entry -> {
          V value = entry.value();
          if (value != null && wanted.test(value)) {
            values.add(value);
          }
        });
    return values;
  }

  /// Hands every record of the topic to `sink`, a partition's records in their order. A topic that
  /// does not exist holds nothing.
  ///
  /// @throws KafkaException naming the topic, when the broker does not answer within the limit
  public <V> void read(String topic, Deserializer<V> values, Consumer<Entry<V>> sink) {
    try (var consumer = consumer("read_committed")) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      read(consumer, consumer.endOffsets(partitions, limit), values, sink);
    }
  }

  /// The same of the records that bear `since` or a later timestamp.
  public <V> void read(Topic<V> topic, Instant since, Consumer<Entry<V>> sink) {
    try (var consumer = consumer("read_committed")) {
      List<TopicPartition> partitions = partitions(consumer, topic.name());
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, limit);
      Map<TopicPartition, Long> times = new HashMap<>();
      partitions.forEach(p -> times.put(p, Math.max(0, since.toEpochMilli())));
      Map<TopicPartition, Long> starts = new HashMap<>(ends);
      consumer
          .offsetsForTimes(times, limit)
          .forEach((partition, found) -> {
            if (found != null) {
              starts.put(partition, found.offset());
            }
          });
      read(
          consumer,
          starts,
          ends,
          topic.value().deserializer(),
          entry -> {
            if (!entry.timestamp().isBefore(since)) {
              sink.accept(entry);
            }
          });
    }
  }

  private KafkaConsumer<String, byte[]> consumer(String isolation) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("isolation.level", isolation);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private <V> void read(
      KafkaConsumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Deserializer<V> values,
      Consumer<Entry<V>> sink) {
    consumer.assign(ends.keySet());
    read(consumer, consumer.beginningOffsets(ends.keySet(), limit), ends, values, sink);
  }

  private <V> void read(
      KafkaConsumer<String, byte[]> consumer,
      Map<TopicPartition, Long> starts,
      Map<TopicPartition, Long> ends,
      Deserializer<V> values,
      Consumer<Entry<V>> sink) {
    starts.forEach(consumer::seek);
    long quietSince = System.nanoTime();
    while (!reached(consumer, ends)) {
      var records = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> record : records) {
        var place = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.getOrDefault(place, 0L)) {
          sink.accept(entry(record, values));
        }
      }
      quietSince = records.isEmpty() ? quietSince : System.nanoTime();
      if (System.nanoTime() - quietSince > limit.toNanos()) {
        throw new KafkaException(
            "topic " + topics(ends) + ": no answer from the broker in " + limit);
      }
    }
  }

  private static String topics(Map<TopicPartition, Long> ends) {
    return ends.keySet().stream()
        .map(TopicPartition::topic)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// @throws org.apache.kafka.common.errors.TopicAuthorizationException when it may not be asked
  ///   for
  private static List<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic);
    return known == null
        ? List.of()
        : known.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private static <V> Entry<V> entry(ConsumerRecord<String, byte[]> record, Deserializer<V> values) {
    V value = null;
    String problem = null;
    try {
      value = values.deserialize(record.topic(), record.headers(), record.value());
    } catch (SerializationException e) {
      problem = e.getMessage();
    }
    return new Entry<>(
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key(),
        value,
        problem);
  }
}
