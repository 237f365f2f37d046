package org.parley.processor.story;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A lane's records in memory, kept as the bytes that a real store keeps.
final class MemoryLaneStore implements LaneStore {
  private final TreeMap<String, byte[]> records = new TreeMap<>();

  @Override
  public @Nullable LaneRecord get(String articleId) {
    byte[] bytes = records.get(articleId);
    return bytes == null ? null : LaneRecordFormat.read(bytes);
  }

  @Override
  public void put(String articleId, LaneRecord record) {
    records.put(articleId, LaneRecordFormat.write(record));
  }

  @Override
  public void remove(String articleId) {
    records.remove(articleId);
  }

  @Override
  public @Nullable String some(
      @Nullable String after, int most, BiConsumer<String, LaneRecord> reader) {
    var rest = after == null ? records : records.tailMap(after, false);
    List<Map.Entry<String, byte[]>> some =
        rest.entrySet().stream()
            .limit(most)
            .<Map.Entry<String, byte[]>>map(Map.Entry::copyOf)
            .toList();
    some.forEach(entry -> reader.accept(entry.getKey(), LaneRecordFormat.read(entry.getValue())));
    return some.size() < most ? null : some.getLast().getKey();
  }

  @Override
  public void each(BiConsumer<String, LaneRecord> reader) {
    records.forEach((id, bytes) -> reader.accept(id, LaneRecordFormat.read(bytes)));
  }

  int size() {
    return records.size();
  }
}
