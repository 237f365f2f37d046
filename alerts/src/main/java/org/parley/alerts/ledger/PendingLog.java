package org.parley.alerts.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.parley.alerts.delivery.Delivery;
import org.parley.contract.topic.JsonSerde;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.contract.topic.World;

/// How to read, from outside, the log of what the ledger has pending.
public final class PendingLog {
  private static final Deserializer<Pending> READER = JsonSerde.plain(Pending.class).deserializer();

  private PendingLog() {}

  /// The topic: compacted, and a key without a value is no longer pending.
  public static String topic(World world) {
    return LedgerTopology.application(world) + "-" + Stores.PENDING + "-changelog";
  }

  /// A delivery that the ledger still has to see to, without its alert.
  ///
  /// @param deliveryId the `webhook-id`
  /// @param endpointId to whom
  /// @param alertId of what
  /// @param alertRevision of it
  /// @param attempts counted so far
  /// @param since when it was taken on
  /// @param due when the next attempt is, or was
  public record Waiting(
      String deliveryId,
      String endpointId,
      String alertId,
      int alertRevision,
      int attempts,
      Instant since,
      Instant due) {}

  /// All that is pending, by the log's keys.
  ///
  /// @param topics of the cluster that the world is on
  /// @throws SerializationException when an entry is none
  public static Map<String, Waiting> read(TopicSnapshot topics, World world) {
    Map<String, Waiting> waiting = new HashMap<>();
    topics.<byte[]>read(
        topic(world),
        Serdes.ByteArray().deserializer(),
        entry -> {
          String key = entry.key();
          if (key == null || !PendingKey.isPending(key)) {
            return;
          }
          byte[] value = entry.value();
          if (value == null) {
            waiting.remove(key);
          } else {
            waiting.put(key, waiting(READER.deserialize("", value)));
          }
        });
    return waiting;
  }

  private static Waiting waiting(Pending pending) {
    Delivery delivery = pending.delivery();
    return new Waiting(
        delivery.deliveryId(),
        delivery.endpointId(),
        delivery.alert().alertId(),
        delivery.alert().revision(),
        pending.attempts(),
        pending.since(),
        pending.due());
  }
}
