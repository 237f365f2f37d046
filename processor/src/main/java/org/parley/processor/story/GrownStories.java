package org.parley.processor.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stories of more than one article: which article came last, whose record has the story's
/// present standing, and which publishers carried it. A story of one article needs no place here:
/// its opener's record says it all.
final class GrownStories {
  /// How many publishers are told apart; beyond that a story's count stands still.
  private static final int MAX_SOURCES = 5000;

  private final LaneStore store;
  private final Map<String, Grown> stories = new HashMap<>();

  GrownStories(LaneStore store) {
    this.store = store;
  }

  private static final class Grown {
    private String head;

    /// Few, but for rare stories: looked through, not hashed.
    private final List<String> sources = new ArrayList<>(2);

    Grown(String head) {
      this.head = head;
    }

    void add(@Nullable String source) {
      if (source != null && sources.size() < MAX_SOURCES && !sources.contains(source)) {
        sources.add(source);
      }
    }
  }

  /// Adds the latest article of a story.
  void add(String articleId, LaneRecord record) {
    String storyId = record.storyId();
    if (!articleId.equals(storyId)) {
      LaneRecord opener = stories.containsKey(storyId) ? null : store.get(storyId);
      joined(storyId, opener == null ? null : opener.source(), record.source());
    }
    last(storyId, articleId);
  }

  /// An article, not the opener, belongs to a story.
  ///
  /// @param opener the publisher of the story's first article, if that is known; asked for once
  /// @param source the article's publisher
  void joined(String storyId, @Nullable String opener, String source) {
    Grown story =
        stories.computeIfAbsent(
            storyId,
            _ -> {
              Grown opened = new Grown(storyId);
              opened.add(opener);
              return opened;
            });
    story.add(source);
  }

  /// An article came last in its story, for now.
  void last(String storyId, String articleId) {
    Grown story = stories.get(storyId);
    if (story != null) {
      story.head = articleId;
    }
  }

  /// The article that came last in a story.
  String head(String storyId) {
    Grown story = stories.get(storyId);
    return story == null ? storyId : story.head;
  }

  /// The publishers that carried a story, in the order of arrival.
  ///
  /// @param opener the first of them
  List<String> sources(String storyId, String opener) {
    Grown story = stories.get(storyId);
    return story == null ? List.of(opener) : List.copyOf(story.sources);
  }

  /// Forgets a story.
  void remove(String storyId) {
    stories.remove(storyId);
  }
}
