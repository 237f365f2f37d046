package org.parley.processor;

import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneStore;
import org.parley.processor.story.StoryState;

/// One language's part of the stores that the lanes of a partition share.
final class StreamsLaneStore implements LaneStore {
  private final String prefix;
  private final KeyValueStore<String, LaneRecord> articles;
  private final KeyValueStore<String, StoryState> stories;

  StreamsLaneStore(
      String language,
      KeyValueStore<String, LaneRecord> articles,
      KeyValueStore<String, StoryState> stories) {
    this.prefix = language + "/";
    this.articles = articles;
    this.stories = stories;
  }

  @Override
  public @Nullable LaneRecord article(String articleId) {
    return articles.get(prefix + articleId);
  }

  @Override
  public void putArticle(String articleId, LaneRecord article) {
    articles.put(prefix + articleId, article);
  }

  @Override
  public void removeArticle(String articleId) {
    articles.delete(prefix + articleId);
  }

  @Override
  public @Nullable StoryState story(String storyId) {
    return stories.get(prefix + storyId);
  }

  @Override
  public void putStory(String storyId, StoryState story) {
    stories.put(prefix + storyId, story);
  }

  @Override
  public void removeStory(String storyId) {
    stories.delete(prefix + storyId);
  }

  @Override
  public void eachArticle(BiConsumer<String, LaneRecord> reader) {
    each(articles, reader);
  }

  @Override
  public void eachStory(BiConsumer<String, StoryState> reader) {
    each(stories, reader);
  }

  private <V> void each(KeyValueStore<String, V> store, BiConsumer<String, V> reader) {
    try (KeyValueIterator<String, V> entries = store.prefixScan(prefix, new StringSerializer())) {
      while (entries.hasNext()) {
        KeyValue<String, V> entry = entries.next();
        reader.accept(entry.key.substring(prefix.length()), entry.value);
      }
    }
  }
}
