package org.parley.processor.story;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Where a lane keeps its records; written in one transaction with what the lane says. Used by the
/// lane's thread only.
public interface LaneStore {
  @Nullable LaneRecord get(String articleId);

  void put(String articleId, LaneRecord record);

  void remove(String articleId);

  /// Shows every record, in any order.
  void each(BiConsumer<String, LaneRecord> reader);
}
