package org.parley.processor;

import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneRecordFormat;
import org.parley.processor.story.LaneStore;

/// One language's part of the store that the lanes of a partition share.
final class StreamsLaneStore implements LaneStore {
  private final String prefix;
  private final KeyValueStore<String, LaneRecord> records;

  StreamsLaneStore(String language, KeyValueStore<String, LaneRecord> records) {
    this.prefix = language + "/";
    this.records = records;
  }

  /// Of the store's values.
  static Serde<LaneRecord> serde() {
    return Serdes.serdeFrom(
        (topic, record) -> record == null ? null : LaneRecordFormat.write(record),
        (topic, bytes) -> bytes == null ? null : LaneRecordFormat.read(bytes));
  }

  @Override
  public @Nullable LaneRecord get(String articleId) {
    return records.get(prefix + articleId);
  }

  @Override
  public void put(String articleId, LaneRecord record) {
    records.put(prefix + articleId, record);
  }

  @Override
  public void remove(String articleId) {
    records.delete(prefix + articleId);
  }

  @Override
  public void each(BiConsumer<String, LaneRecord> reader) {
    try (KeyValueIterator<String, LaneRecord> entries =
        records.prefixScan(prefix, new StringSerializer())) {
      while (entries.hasNext()) {
        KeyValue<String, LaneRecord> entry = entries.next();
        reader.accept(entry.key.substring(prefix.length()), entry.value);
      }
    }
  }
}
