package org.parley.alerts.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.JsonSerde;

/// The pending deliveries of one task, on disk. Never read as a whole: an endpoint's next delivery
/// is the first of a range.
///
/// Every method writes in an order of which each beginning is a sound state: a crash may cut the
/// changelog anywhere.
final class PendingStore {
  private static final JsonSerde<Pending> SERDE = JsonSerde.plain(Pending.class);
  private static final Serializer<Pending> WRITER = SERDE.serializer();
  private static final Deserializer<Pending> READER = SERDE.deserializer();
  private static final byte[] MARK = {1};

  private final KeyValueStore<String, byte[]> store;

  PendingStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /// A due key, taken apart.
  record Due(String key, Instant at, String deliveryId) {}

  @Nullable Pending find(String endpointId, String deliveryId) {
    byte[] value = store.get(PendingKey.of(endpointId, deliveryId));
    return value == null ? null : READER.deserialize(store.name(), value);
  }

  /// Adds a delivery, or one that is there already once more.
  ///
  /// @return its due key
  String add(Pending pending) {
    String key = dueKey(pending);
    store.put(key, MARK);
    replace(pending);
    return key;
  }

  /// Writes what changed of a delivery, its due time excepted.
  void replace(Pending pending) {
    store.put(key(pending), WRITER.serialize(store.name(), pending));
  }

  /// Writes a delivery with another due time.
  ///
  /// @return its new due key
  String move(Pending before, Pending now) {
    String key = add(now);
    String old = dueKey(before);
    if (!old.equals(key)) {
      store.delete(old);
    }
    return key;
  }

  void remove(Pending pending) {
    store.delete(key(pending));
    store.delete(dueKey(pending));
  }

  void removeDue(String dueKey) {
    store.delete(dueKey);
  }

  /// The endpoint's due keys from `from` on, at most `limit`.
  List<Due> due(String endpointId, String from, int limit) {
    List<Due> found = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> keys =
        store.range(from, PendingKey.lastDue(endpointId))) {
      while (found.size() < limit && keys.hasNext()) {
        String key = keys.next().key;
        found.add(new Due(key, PendingKey.dueOf(key), PendingKey.deliveryOf(key)));
      }
    }
    return found;
  }

  /// Every endpoint that has a due key, by one seek each.
  List<String> endpoints() {
    List<String> found = new ArrayList<>();
    for (String key = firstFrom(PendingKey.firstDue()); key != null; ) {
      String endpointId = PendingKey.endpointOf(key);
      found.add(endpointId);
      key = firstFrom(PendingKey.lastDue(endpointId));
    }
    return found;
  }

  private @Nullable String firstFrom(String from) {
    try (KeyValueIterator<String, byte[]> keys = store.range(from, PendingKey.lastDue())) {
      if (!keys.hasNext()) {
        return null;
      }
      KeyValue<String, byte[]> first = keys.next();
      return first.key;
    }
  }

  static String dueKey(Pending pending) {
    return PendingKey.due(pending.delivery().endpointId(), pending.due(), pending.id());
  }

  private static String key(Pending pending) {
    return PendingKey.of(pending.delivery().endpointId(), pending.id());
  }
}
