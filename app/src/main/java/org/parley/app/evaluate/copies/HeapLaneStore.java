package org.parley.app.evaluate.copies;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneStore;
import org.parley.processor.story.StoryState;

/// A lane's records on the heap, for as long as an evaluation runs.
final class HeapLaneStore implements LaneStore {
  private final Map<String, LaneRecord> articles = new LinkedHashMap<>();
  private final Map<String, StoryState> stories = new HashMap<>();

  @Override
  public @Nullable LaneRecord article(String articleId) {
    return articles.get(articleId);
  }

  @Override
  public void putArticle(String articleId, LaneRecord article) {
    articles.put(articleId, article);
  }

  @Override
  public void removeArticle(String articleId) {
    articles.remove(articleId);
  }

  @Override
  public @Nullable StoryState story(String storyId) {
    return stories.get(storyId);
  }

  @Override
  public void putStory(String storyId, StoryState story) {
    stories.put(storyId, story);
  }

  @Override
  public void removeStory(String storyId) {
    stories.remove(storyId);
  }

  @Override
  public void eachArticle(BiConsumer<String, LaneRecord> reader) {
    articles.forEach(reader);
  }

  @Override
  public void eachStory(BiConsumer<String, StoryState> reader) {
    stories.forEach(reader);
  }
}
