package org.parley.app.evaluate.copies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneStore;

/// A lane's records on the heap, for as long as an evaluation runs.
final class HeapLaneStore implements LaneStore {
  private final TreeMap<String, LaneRecord> records = new TreeMap<>();

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
  public @Nullable String some(
      @Nullable String after, int most, BiConsumer<String, LaneRecord> reader) {
    Map<String, LaneRecord> rest = after == null ? records : records.tailMap(after, false);
    List<Map.Entry<String, LaneRecord>> some =
        rest.entrySet().stream()
            .limit(most)
            .<Map.Entry<String, LaneRecord>>map(Map.Entry::copyOf)
            .toList();
    some.forEach(entry -> reader.accept(entry.getKey(), entry.getValue()));
    return some.size() < most ? null : some.getLast().getKey();
  }

  @Override
  public void each(BiConsumer<String, LaneRecord> reader) {
    records.forEach(reader);
  }
}
