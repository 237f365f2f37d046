package org.parley.alerts.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Forgets what is older than 30 days: a little at a time, from one end of the store to the other
/// and over again, so that no round of the stream thread is long.
final class Expiry<V> {
  /// How long a delivery that has ended is remembered. Nothing is sent twice within it.
  static final Duration RETENTION = Duration.ofDays(30);

  private static final int A_LITTLE = 500;

  private final KeyValueStore<String, V> store;
  private final Function<V, Instant> at;
  private @Nullable String next;

  Expiry(KeyValueStore<String, V> store, Function<V, Instant> at) {
    this.store = store;
    this.at = at;
  }

  void advance(Instant now) {
    Instant limit = now.minus(RETENTION);
    try (KeyValueIterator<String, V> entries = store.range(next, null)) {
      for (int i = 0; i < A_LITTLE && entries.hasNext(); i++) {
        KeyValue<String, V> entry = entries.next();
        if (at.apply(entry.value).isBefore(limit)) {
          store.delete(entry.key);
        }
      }
      next = entries.hasNext() ? entries.peekNextKey() : null;
    }
  }
}
