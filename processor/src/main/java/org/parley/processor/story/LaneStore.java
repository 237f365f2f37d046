package org.parley.processor.story;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Where a lane keeps its records; written in one transaction with what the lane says. Used by the
/// lane's thread only.
public interface LaneStore {
  @Nullable LaneRecord get(String articleId);

  void put(String articleId, LaneRecord record);

  void remove(String articleId);

  /// Shows some records in the order of their articles' ids, which may be put and removed
  /// meanwhile.
  ///
  /// @param after the id after which to begin, or none to begin with the first
  /// @param most how many
  /// @return the last id shown, or none when there are no more
  @Nullable String some(@Nullable String after, int most, BiConsumer<String, LaneRecord> reader);

  /// Shows every record, in any order.
  void each(BiConsumer<String, LaneRecord> reader);
}
