package org.parley.processor.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A lane's records in memory, kept as the bytes that a real store keeps.
final class MemoryLaneStore implements LaneStore {
  private final Map<String, byte[]> records = new LinkedHashMap<>();

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
  public void each(BiConsumer<String, LaneRecord> reader) {
    records.forEach((id, bytes) -> reader.accept(id, LaneRecordFormat.read(bytes)));
  }

  int size() {
    return records.size();
  }
}
