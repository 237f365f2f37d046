package org.parley.alerts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.parley.alerts.ledger.LedgerTopology;
import org.parley.contract.topic.World;

/// Whether the ledger has read all there is to read.
final class ReadLog {
  private final Admin admin;
  private final World world;

  ReadLog(Admin admin, World world) {
    this.admin = admin;
    this.world = world;
  }

  /// First the alerts, then the deliveries made of them: what is committed of the former is in the
  /// latter.
  boolean isRead() {
    return isRead(world.alerts().name()) && isRead(LedgerTopology.byEndpoint(world));
  }

  private boolean isRead(String topic) {
    try {
      Map<TopicPartition, ListOffsetsResultInfo> ends = ends(topic);
      Map<TopicPartition, OffsetAndMetadata> read =
          admin
              .listConsumerGroupOffsets(LedgerTopology.application(world))
              .partitionsToOffsetAndMetadata()
              .get();
      return ends.entrySet().stream()
          .allMatch(end -> {
            OffsetAndMetadata committed = read.get(end.getKey());
            return end.getValue().offset() <= (committed == null ? 0 : committed.offset());
          });
    } catch (ExecutionException e) {
      throw new KafkaException("cannot ask how far " + topic + " is read: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking how far " + topic + " is read", e);
    }
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends(String topic)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions =
        IntStream.range(0, world.alerts().partitions())
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    return admin
        .listOffsets(
            partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())),
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get();
  }
}
