package org.parley.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What these tests do to a broker as its clients.
final class Clients {
  static final int MAX_MESSAGE = 8 * 1024 * 1024;

  private static final long LIMIT_SECONDS = 60;

  private Clients() {}

  static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  static void createTopic(EmbeddedBroker broker, String name) throws Exception {
    try (Admin admin = admin(broker)) {
      var topic =
          new NewTopic(name, 1, (short) -1)
              .configs(Map.of("max.message.bytes", Integer.toString(MAX_MESSAGE)));
      admin.createTopics(List.of(topic)).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  static KafkaProducer<String, byte[]> producer(
      EmbeddedBroker broker, Map<String, Object> settings) {
    var all = new HashMap<>(settings);
    all.put("bootstrap.servers", broker.bootstrapServers());
    all.put("max.request.size", MAX_MESSAGE);
    return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
  }

  static void write(EmbeddedBroker broker, String topic, String key, byte[] value)
      throws Exception {
    try (var producer = producer(broker, Map.of())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  static void write(EmbeddedBroker broker, String topic, String... keys) throws Exception {
    for (String key : keys) {
      write(broker, topic, key, new byte[0]);
    }
  }

  static KafkaConsumer<String, byte[]> consumer(EmbeddedBroker broker, String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "group.id",
            group,
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false,
            "isolation.level",
            "read_committed"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /// The committed records of `topic` up to its end, by key.
  static List<String> keys(EmbeddedBroker broker, String topic) {
    return read(broker, topic).stream().map(ConsumerRecord::key).toList();
  }

  static List<ConsumerRecord<String, byte[]>> read(EmbeddedBroker broker, String topic) {
    var partition = new TopicPartition(topic, 0);
    var values = new ArrayList<ConsumerRecord<String, byte[]>>();
    try (var consumer = consumer(broker, "reader")) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long deadline = System.nanoTime() + Duration.ofSeconds(LIMIT_SECONDS).toNanos();
      while (consumer.position(partition) < end) {
        if (System.nanoTime() - deadline > 0) {
          throw new AssertionError(
              "the end of " + topic + " is not reached; came " + values.size());
        }
        consumer.poll(Duration.ofMillis(100)).forEach(values::add);
      }
    }
    return values;
  }
}
