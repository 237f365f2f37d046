package org.parley.alerts.ledger;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.parley.contract.topic.JsonSerde;

/// The stores of the ledger, by name.
final class Stores {
  /// [Pending] deliveries and their due times; see [PendingKey].
  static final String PENDING = "pending";

  /// [Settled] by delivery.
  static final String SETTLED = "settled";

  /// [EndpointState] by endpoint; only of those that are not [EndpointState#FRESH].
  static final String STATES = "endpoint-states";

  /// [Newest] by endpoint and alert.
  static final String NEWEST = "newest";

  /// The alerts of the last seconds as they came, by arrival.
  static final String RECENT = "recent";

  /// What Kafka Streams wants for a global processor; [Endpoints] is what is read.
  static final String ENDPOINTS = "endpoints";

  private Stores() {}

  static StoreBuilder<KeyValueStore<String, byte[]>> pending() {
    return onDisk(PENDING, Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<String, Settled>> settled() {
    return onDisk(SETTLED, JsonSerde.plain(Settled.class));
  }

  static StoreBuilder<KeyValueStore<String, EndpointState>> states() {
    return onDisk(STATES, JsonSerde.plain(EndpointState.class));
  }

  static StoreBuilder<KeyValueStore<String, Newest>> newest() {
    return onDisk(NEWEST, JsonSerde.plain(Newest.class));
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> recent() {
    return store(inMemory(RECENT), Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> endpoints() {
    return store(inMemory(ENDPOINTS), Serdes.ByteArray()).withLoggingDisabled();
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> onDisk(String name, Serde<V> value) {
    return store(org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), value);
  }

  private static KeyValueBytesStoreSupplier inMemory(String name) {
    return org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(
      KeyValueBytesStoreSupplier supplier, Serde<V> value) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            supplier, Serdes.String(), value)
        .withCachingDisabled();
  }
}
