package org.parley.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.Topics;
import org.parley.contract.topic.World;

/// A [World] on a real broker that belongs to one test, with the means to write to its topics and
/// to read them. For one thread.
public final class TestWorld implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final String bootstrapServers;
  private final World world;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<TopicReader<?>> readers = new ArrayList<>();

  /// @param prefix that no other test of the broker uses
  public TestWorld(String bootstrapServers, String prefix) {
    this.bootstrapServers = bootstrapServers;
    world = World.live(prefix);
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "max.request.size",
                8 * 1024 * 1024),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public World world() {
    return world;
  }

  /// For what the other methods do not cover; closed with this.
  public Admin admin() {
    return admin;
  }

  /// Creates the world's topics, and those of the watches named.
  public void createTopics(String... watchIds) {
    var topics = new ArrayList<Topic<?>>(world.topics());
    for (String watchId : watchIds) {
      topics.add(world.alertsOf(watchId));
    }
    create(topics);
  }

  /// Creates the topics named, which may be another world's. They are deleted at the end of the
  /// test if their names begin with this world's prefix.
  public void create(Collection<? extends Topic<?>> topics) {
    new Topics(admin, LIMIT).create(topics.stream().map(TestWorld::lasting).toList());
  }

  /// A topic that forgets nothing: tests date their records as they like, and a broker deletes what
  /// is older than the topic's retention half a minute after it started.
  private static <V> Topic<V> lasting(Topic<V> topic) {
    var settings = new HashMap<>(topic.settings());
    settings.computeIfPresent("retention.ms", (_, _) -> "-1");
    return new Topic<>(topic.name(), topic.value(), topic.type(), topic.partitions(), settings);
  }

  /// Writes a record as the topic has it, headers included, and waits until the broker has it.
  ///
  /// @param value none to delete what the key stands for
  /// @return where it stands
  public <V> RecordMetadata write(Topic<V> topic, String key, @Nullable V value) {
    return write(topic, null, key, value, null);
  }

  /// As [#write(Topic, String, Object)], with the record's timestamp.
  public <V> RecordMetadata write(
      Topic<V> topic, String key, @Nullable V value, Instant timestamp) {
    return write(topic, null, key, value, timestamp);
  }

  /// As [#write(Topic, String, Object)], for a topic whose partitioner is its own.
  public <V> RecordMetadata write(Topic<V> topic, int partition, String key, @Nullable V value) {
    return write(topic, (Integer) partition, key, value, null);
  }

  /// As [#write(Topic, int, String, Object)], with the record's timestamp.
  public <V> RecordMetadata write(
      Topic<V> topic, int partition, String key, @Nullable V value, Instant timestamp) {
    return write(topic, (Integer) partition, key, value, timestamp);
  }

  private <V> RecordMetadata write(
      Topic<V> topic,
      @Nullable Integer partition,
      String key,
      @Nullable V value,
      @Nullable Instant timestamp) {
    var headers = new RecordHeaders();
    return send(
        new ProducerRecord<>(
            topic.name(),
            partition,
            timestamp == null ? null : timestamp.toEpochMilli(),
            topic.key().serializer().serialize(topic.name(), key),
            topic.value().serializer().serialize(topic.name(), headers, value),
            headers));
  }

  /// Writes what need not be a record of the topic at all.
  public RecordMetadata writeRaw(Topic<?> topic, byte @Nullable [] key, byte @Nullable [] value) {
    return send(new ProducerRecord<>(topic.name(), key, value));
  }

  private RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
    return await(producer.send(record), "write to " + record.topic());
  }

  /// All committed records of `topic` as they are, partition by partition.
  public List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic) {
    Map<String, Object> client =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .sorted(Comparator.comparingInt(TopicPartition::partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      records.sort(
          Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
              .thenComparingLong(ConsumerRecord::offset));
      return records;
    }
  }

  /// Reads `topic` from its first record on, committed ones only. Closed with this.
  public <V> TopicReader<V> read(Topic<V> topic) {
    var reader = new TopicReader<>(bootstrapServers, topic, LIMIT);
    readers.add(reader);
    return reader;
  }

  /// Ends the test's readers and writers and deletes its topics.
  @Override
  public void close() {
    readers.forEach(TopicReader::close);
    producer.close();
    try (admin) {
      List<String> mine =
          await(admin.listTopics().names(), "list topics").stream()
              .filter(name ->
                  name.startsWith(world.prefix() + ".") || name.startsWith(world.prefix() + "-"))
              .toList();
      await(admin.deleteTopics(mine).all(), "delete topics");
    }
  }

  private static <T> T await(Future<T> future, String what) {
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("cannot " + what + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + what, e);
    }
  }
}
