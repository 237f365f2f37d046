package org.parley.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.contract.DeadLetter;

/// Finds the records of which dead letters were made, as long as their topics keep them. For one
/// thread; close it.
final class OriginReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Duration limit;

  OriginReader(Cluster cluster) {
    Map<String, Object> properties = new HashMap<>(cluster.client());
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "none");
    properties.put("max.poll.records", "1");
    properties.put("max.partition.fetch.bytes", Integer.toString(8 * 1024 * 1024));
    properties.put("default.api.timeout.ms", Long.toString(cluster.patience().toMillis()));
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    limit = cluster.patience();
  }

  /// The record with its headers; none when it is gone, or another stands in its place.
  @Nullable ConsumerRecord<byte[], byte[]> find(DeadLetter letter) {
    var place = new TopicPartition(letter.topic(), letter.partition());
    if (!isKept(place, letter.offset())) {
      return null;
    }
    consumer.assign(List.of(place));
    consumer.seek(place, letter.offset());
    long begun = System.nanoTime();
    while (consumer.position(place) <= letter.offset()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        boolean same = record.offset() == letter.offset() && isKey(record.key(), letter.key());
        return same ? record : null;
      }
      if (System.nanoTime() - begun > limit.toNanos()) {
        throw new KafkaException(
            "topic " + place.topic() + ": no answer from the broker in " + limit);
      }
    }
    return null;
  }

  private boolean isKept(TopicPartition place, long offset) {
    var partitions = consumer.listTopics().get(place.topic());
    if (offset < 0
        || partitions == null
        || partitions.stream().noneMatch(p -> p.partition() == place.partition())) {
      return false;
    }
    List<TopicPartition> asked = List.of(place);
    return offset >= consumer.beginningOffsets(asked).getOrDefault(place, 0L)
        && offset < consumer.endOffsets(asked).getOrDefault(place, 0L);
  }

  /// A topic that was deleted and made anew has other records at the same offsets. Of a long key
  /// the letter has the beginning, and of one that is no text something else.
  private static boolean isKey(byte @Nullable [] key, @Nullable String known) {
    if (key == null || known == null) {
      return key == null && known == null;
    }
    return known.startsWith("base64:") || new String(key, StandardCharsets.UTF_8).startsWith(known);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
