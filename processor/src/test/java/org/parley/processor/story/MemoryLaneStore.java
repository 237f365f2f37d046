package org.parley.processor.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;

/// A lane's records in memory, kept as the JSON that a real store keeps.
final class MemoryLaneStore implements LaneStore {
  private final Map<String, String> articles = new LinkedHashMap<>();
  private final Map<String, String> stories = new LinkedHashMap<>();

  @Override
  public @Nullable LaneRecord article(String articleId) {
    return read(articles.get(articleId), LaneRecord.class);
  }

  @Override
  public void putArticle(String articleId, LaneRecord article) {
    articles.put(articleId, Json.write(article));
  }

  @Override
  public void removeArticle(String articleId) {
    articles.remove(articleId);
  }

  @Override
  public @Nullable StoryState story(String storyId) {
    return read(stories.get(storyId), StoryState.class);
  }

  @Override
  public void putStory(String storyId, StoryState story) {
    stories.put(storyId, Json.write(story));
  }

  @Override
  public void removeStory(String storyId) {
    stories.remove(storyId);
  }

  @Override
  public void eachArticle(BiConsumer<String, LaneRecord> reader) {
    articles.forEach((id, json) -> reader.accept(id, Json.read(json, LaneRecord.class)));
  }

  @Override
  public void eachStory(BiConsumer<String, StoryState> reader) {
    stories.forEach((id, json) -> reader.accept(id, Json.read(json, StoryState.class)));
  }

  int articleCount() {
    return articles.size();
  }

  int storyCount() {
    return stories.size();
  }

  private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
    return json == null ? null : Json.read(json, type);
  }
}
