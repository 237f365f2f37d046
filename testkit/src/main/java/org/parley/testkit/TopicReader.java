package org.parley.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.parley.contract.topic.Topic;

/// Reads a topic in a test, from its first record on and committed records only, and waits for what
/// is to come. Every wait ends: what has not come by the deadline fails the test, with what came
/// instead. Order holds within a partition. For one thread.
public final class TopicReader<V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic<V> topic;
  private final Duration limit;
  private final List<TopicPartition> partitions;
  private final KafkaConsumer<String, V> consumer;
  private final Deque<ConsumerRecord<String, V>> read = new ArrayDeque<>();

  /// @param limit the longest that one call waits
  public TopicReader(String bootstrapServers, Topic<V> topic, Duration limit) {
    this.topic = topic;
    this.limit = limit;
    partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList();
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "max.partition.fetch.bytes",
                8 * 1024 * 1024),
            topic.key().deserializer(),
            topic.value().deserializer());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /// The next value.
  public V next() {
    return values(1).getFirst();
  }

  /// The next `count` values.
  public List<V> values(int count) {
    return records(count).stream().map(ConsumerRecord::value).toList();
  }

  /// The next `count` records, for tests of keys, headers and timestamps.
  public List<ConsumerRecord<String, V>> records(int count) {
    var taken = new ArrayList<ConsumerRecord<String, V>>();
    long deadline = deadline();
    while (taken.size() < count) {
      taken.add(nextBy(deadline, count + " records", taken));
    }
    return taken;
  }

  /// The next value that `wanted` accepts; those before it are passed over.
  ///
  /// @param what is wanted, for the message when it does not come
  public V nextWhere(String what, Predicate<? super V> wanted) {
    var passed = new ArrayList<ConsumerRecord<String, V>>();
    long deadline = deadline();
    while (true) {
      ConsumerRecord<String, V> record = nextBy(deadline, what, passed);
      if (record.value() != null && wanted.test(record.value())) {
        return record.value();
      }
      passed.add(record);
    }
  }

  /// All values up to the end of the topic as it is now, without waiting for more: what a test
  /// counts once the work is known to be done. A transaction becomes readable some milliseconds
  /// after its commit, so wait for its last record by another method first.
  public List<V> rest() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long deadline = deadline();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("the end of " + topic.name() + " not reached in " + limit);
      }
      consumer.poll(POLL).forEach(read::add);
    }
    List<V> rest = read.stream().map(ConsumerRecord::value).toList();
    read.clear();
    return rest;
  }

  private ConsumerRecord<String, V> nextBy(
      long deadline, String what, List<ConsumerRecord<String, V>> seen) {
    while (read.isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(
            "no "
                + what
                + " in "
                + topic.name()
                + " within "
                + limit
                + "; came instead: "
                + seen.stream().map(record -> record.key() + " = " + record.value()).toList());
      }
      consumer.poll(POLL).forEach(read::add);
    }
    return read.removeFirst();
  }

  private long deadline() {
    return System.nanoTime() + limit.toNanos();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
