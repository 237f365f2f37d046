package org.parley.app.crash;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.parley.contract.topic.Topic;

/// A committed record of a topic as it stands there, byte for byte; equal to another if all but the
/// offset is.
///
/// @param headers in their order, as text
record Written(int partition, long timestamp, String key, String value, List<String> headers) {
  private static final Duration POLL = Duration.ofMillis(100);

  /// Everything that `topic` holds now, partition by partition.
  static List<ConsumerRecord<byte[], byte[]>> records(String servers, Topic<?> topic) {
    Map<Integer, List<ConsumerRecord<byte[], byte[]>>> records = new TreeMap<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                servers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "max.partition.fetch.bytes",
                8 * 1024 * 1024),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          records.computeIfAbsent(record.partition(), _ -> new ArrayList<>()).add(record);
        }
      }
    }
    return records.values().stream().flatMap(List::stream).toList();
  }

  static List<Written> all(String servers, Topic<?> topic) {
    return records(servers, topic).stream().map(Written::of).toList();
  }

  private static Written of(ConsumerRecord<byte[], byte[]> record) {
    List<String> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(header.key() + "=" + text(header.value()));
    }
    return new Written(
        record.partition(), record.timestamp(), text(record.key()), text(record.value()), headers);
  }

  /// What is no UTF-8 stays told apart.
  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.contains("\uFFFD") ? HexFormat.of().formatHex(bytes) : text;
  }

  <V> V as(Topic<V> topic) {
    return topic
        .value()
        .deserializer()
        .deserialize(topic.name(), value.getBytes(StandardCharsets.UTF_8));
  }
}
