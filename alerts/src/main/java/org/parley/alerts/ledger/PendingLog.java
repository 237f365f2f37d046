package org.parley.alerts.ledger;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Delivery;
import org.parley.contract.topic.JsonSerde;
import org.parley.contract.topic.World;

/// How to read, from outside, the log of what the ledger has pending.
public final class PendingLog {
  private static final Deserializer<Pending> READER = JsonSerde.plain(Pending.class).deserializer();

  private PendingLog() {}

  /// The topic: compacted, and a key without a value is no longer pending.
  public static String topic(World world) {
    return LedgerTopology.application(world) + "-" + Stores.PENDING + "-changelog";
  }

  /// Whether a delivery stands under `key`, and not its place in the order of due times.
  public static boolean isDelivery(String key) {
    return PendingKey.isPending(key);
  }

  /// The delivery that a record is about.
  ///
  /// @throws SerializationException when it is none
  public static @Nullable Delivery delivery(byte @Nullable [] value) {
    return value == null ? null : READER.deserialize("", value).delivery();
  }
}
