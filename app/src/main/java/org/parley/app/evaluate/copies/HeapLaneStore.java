package org.parley.app.evaluate.copies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneStore;

/// A lane's records on the heap, for as long as an evaluation runs.
final class HeapLaneStore implements LaneStore {
  private final Map<String, LaneRecord> records = new LinkedHashMap<>();

  @Override
  public @Nullable LaneRecord get(String articleId) {
    return records.get(articleId);
  }

  @Override
  public void put(String articleId, LaneRecord record) {
    records.put(articleId, record);
  }

  @Override
  public void remove(String articleId) {
    records.remove(articleId);
  }

  @Override
  public void each(BiConsumer<String, LaneRecord> reader) {
    records.forEach(reader);
  }
}
