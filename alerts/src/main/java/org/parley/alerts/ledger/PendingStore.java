package org.parley.alerts.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.JsonSerde;

/// The pending deliveries of one task, on disk. Never read as a whole: an endpoint's next delivery
/// is the first of a range. Only their keys are, once after a start, to know how many there are.
///
/// Every method writes in an order of which each beginning is a sound state: a crash may cut the
/// changelog anywhere.
final class PendingStore {
  private static final JsonSerde<Pending> SERDE = JsonSerde.plain(Pending.class);
  private static final Serializer<Pending> WRITER = SERDE.serializer();
  private static final Deserializer<Pending> READER = SERDE.deserializer();
  private static final byte[] MARK = {1};

  private final KeyValueStore<String, byte[]> store;

  /// How many due keys each endpoint has.
  private final Map<String, Integer> counts = new HashMap<>();

  PendingStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /// A due key, taken apart.
  record Due(String key, Instant at, String deliveryId) {}

  @Nullable Pending find(String endpointId, String deliveryId) {
    byte[] value = store.get(PendingKey.of(endpointId, deliveryId));
    return value == null ? null : READER.deserialize(store.name(), value);
  }

  /// Adds a delivery that is not there yet.
  ///
  /// @return its due key
  String add(Pending pending) {
    count(pending.delivery().endpointId(), 1);
    return write(pending);
  }

  private String write(Pending pending) {
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
    String key = write(now);
    String old = dueKey(before);
    if (!old.equals(key)) {
      store.delete(old);
    }
    return key;
  }

  void remove(Pending pending) {
    store.delete(key(pending));
    removeDue(dueKey(pending));
  }

  void removeDue(String dueKey) {
    count(PendingKey.endpointOf(dueKey), -1);
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

  /// Counts what a predecessor left.
  void open() {
    counts.clear();
    try (KeyValueIterator<String, byte[]> keys =
        store.range(PendingKey.firstDue(), PendingKey.lastDue())) {
      keys.forEachRemaining(entry -> count(PendingKey.endpointOf(entry.key), 1));
    }
  }

  /// Every endpoint for which something is pending.
  Set<String> endpoints() {
    return Set.copyOf(counts.keySet());
  }

  /// How many of the endpoint's deliveries are pending.
  int count(String endpointId) {
    return counts.getOrDefault(endpointId, 0);
  }

  private void count(String endpointId, int more) {
    counts.merge(
        endpointId, more, (before, change) -> before + change > 0 ? before + change : null);
  }

  static String dueKey(Pending pending) {
    return PendingKey.due(pending.delivery().endpointId(), pending.due(), pending.id());
  }

  private static String key(Pending pending) {
    return PendingKey.of(pending.delivery().endpointId(), pending.id());
  }
}
