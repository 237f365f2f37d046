package org.parley.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An article that speaks of a concept or that a text watch wants: one entry of the lane's log. It
/// carries all that the lane and the alert step need, so that a decision is a function of this
/// topic alone.
///
/// @param article what was read
/// @param language detected, BCP 47; the lane that orders it
/// @param stages of the article as a whole, one for each concept it speaks of, by concept
/// @param mentions the first [#MAX_MENTIONS] of them, in the order of the text
/// @param mentionCount of all
/// @param watches who wants it
/// @param fingerprint of its words
/// @param sentences what stands in the sentences of the fingerprint, the first [#MAX_SENTENCES]
public record Match(
    ArticleRef article,
    String language,
    Map<String, Stage> stages,
    List<Mention> mentions,
    int mentionCount,
    List<WatchHit> watches,
    Fingerprint fingerprint,
    List<Sentence> sentences) {
  /// How many mentions a match keeps.
  public static final int MAX_MENTIONS = 200;

  /// How many sentences a match shows.
  public static final int MAX_SENTENCES = 400;

  public Match {
    Require.present(article, "article");
    Require.text(language, "language");
    stages = stages == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    stages.forEach((concept, stage) -> Require.present(stage, "stage of " + concept));
    mentions = Require.list(mentions);
    if (mentions.size() > MAX_MENTIONS) {
      throw new IllegalArgumentException("mentions must be at most " + MAX_MENTIONS);
    }
    Require.atLeast(mentions.size(), mentionCount, "mentionCount");
    watches = Require.list(watches);
    for (WatchHit hit : watches) {
      hit.checkWithin(mentions.size());
    }
    Require.present(fingerprint, "fingerprint");
    sentences = Require.list(sentences);
  }

  /// A sentence, for telling what an update adds.
  ///
  /// @param at in the article's clean text
  /// @param text its words, the first [#MAX_LENGTH] characters
  public record Sentence(Span at, String text) {
    /// How much of a sentence is shown, in UTF-16 code units.
    public static final int MAX_LENGTH = 300;

    public Sentence {
      Require.present(at, "at");
      Require.present(text, "text");
      text = Require.present(Require.atMost(MAX_LENGTH, text), "text");
    }
  }

  /// A watch that wants the article.
  ///
  /// @param watchId whose
  /// @param version of the watch as it was then, see [Watch#version()]
  /// @param mentions that passed its filter, by their place in [Match#mentions()]; none for a watch
  ///   of text alone
  /// @param once what it has one alert for
  public record WatchHit(String watchId, String version, List<Integer> mentions, Watch.Once once) {
    /// Of a watch that has an alert for each story.
    public WatchHit(String watchId, String version, List<Integer> mentions) {
      this(watchId, version, mentions, Watch.Once.STORY);
    }

    public WatchHit {
      Require.text(watchId, "watchId");
      Require.text(version, "version");
      mentions = Require.list(mentions);
      once = once == null ? Watch.Once.STORY : once;
    }

    private void checkWithin(int size) {
      for (int place : mentions) {
        if (place < 0 || place >= size) {
          throw new IllegalArgumentException(
              "watch '" + watchId + "' names mention " + place + " of " + size);
        }
      }
    }
  }
}
