package org.parley.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// Deletes what a store no longer needs, once a day of the records' time. Only room depends on it:
/// what is too old is passed over where it is read, so decisions do not.
final class Sweep<V> {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final KeyValueStore<String, V> store;
  private final ToLongFunction<V> at;
  private final long kept;
  private long sweptAt;

  /// @param at when a value was last of use, in milliseconds of the epoch
  /// @param kept how long after that it is kept
  Sweep(KeyValueStore<String, V> store, ToLongFunction<V> at, Duration kept) {
    this.store = store;
    this.at = at;
    this.kept = kept.toMillis();
  }

  /// Whether a value that was last of use `at` is too old at `clock`.
  boolean isOld(long at, long clock) {
    return at < clock - kept;
  }

  void at(long clock) {
    if (clock - sweptAt < DAY) {
      return;
    }
    sweptAt = clock;
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, V> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<String, V> entry = entries.next();
        if (isOld(at.applyAsLong(entry.value), clock)) {
          old.add(entry.key);
        }
      }
    }
    old.forEach(store::delete);
  }
}
