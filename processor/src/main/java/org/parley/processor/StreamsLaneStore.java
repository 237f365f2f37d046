package org.parley.processor;

import java.util.ArrayList;
import java.util.List;
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
  /// Comes after the `/` of every key of a language.
  private static final char AFTER = '0';

  private final String prefix;
  private final KeyValueStore<String, LaneRecord> records;

  StreamsLaneStore(String language, KeyValueStore<String, LaneRecord> records) {
    this.prefix = key(language, "");
    this.records = records;
  }

  /// The languages that have records.
  static List<String> languages(KeyValueStore<String, LaneRecord> records) {
    List<String> languages = new ArrayList<>();
    String language = language(records, null);
    while (language != null) {
      languages.add(language);
      language = language(records, language + AFTER);
    }
    return languages;
  }

  private static @Nullable String language(
      KeyValueStore<String, LaneRecord> records, @Nullable String from) {
    try (KeyValueIterator<String, LaneRecord> entries = records.range(from, null)) {
      return entries.hasNext() ? entries.peekNextKey().split("/", 2)[0] : null;
    }
  }

  /// Of an article's record.
  static String key(String language, String articleId) {
    return language + "/" + articleId;
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
  public @Nullable String some(
      @Nullable String after, int most, BiConsumer<String, LaneRecord> reader) {
    // Read first: the reader may write.
    List<KeyValue<String, LaneRecord>> some = new ArrayList<>();
    String from = after == null ? prefix : prefix + after + '\0';
    String to = prefix.substring(0, prefix.length() - 1) + AFTER;
    try (KeyValueIterator<String, LaneRecord> entries = records.range(from, to)) {
      while (some.size() < most && entries.hasNext()) {
        some.add(entries.next());
      }
    }
    some.forEach(entry -> reader.accept(entry.key.substring(prefix.length()), entry.value));
    return some.size() < most ? null : some.getLast().key.substring(prefix.length());
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
