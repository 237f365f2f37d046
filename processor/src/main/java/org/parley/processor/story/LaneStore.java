package org.parley.processor.story;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Where a lane keeps its records; written in one transaction with what the lane says. Used by the
/// lane's thread only.
public interface LaneStore {
  @Nullable LaneRecord article(String articleId);

  void putArticle(String articleId, LaneRecord article);

  void removeArticle(String articleId);

  @Nullable StoryState story(String storyId);

  void putStory(String storyId, StoryState story);

  void removeStory(String storyId);

  /// Shows every article, in any order.
  void eachArticle(BiConsumer<String, LaneRecord> reader);

  /// Shows every story, in any order.
  void eachStory(BiConsumer<String, StoryState> reader);
}
