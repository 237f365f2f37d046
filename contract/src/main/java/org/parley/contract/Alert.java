package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a subscriber is told of a story: once when it is first seen, then when it gains something a
/// reader would want, never for a mere copy.
///
/// @param alertId one for each watch and story, or each watch and event for a watch that asks so
/// @param revision from 1; an update is the next revision of the same alert
/// @param kind first sight or update
/// @param reasons why now, in words for a person: `first sight`, `new stage: ceasefire`, `denied by
///   Russia`, `new mention: …`, `3 sources`
/// @param watchId who wanted it
/// @param watchVersion of that watch when the article was analysed
/// @param storyId the story it tells of
/// @param eventId the happening that the story reports: alerts of stories in different words about
///   one happening have the same
/// @param language of the story
/// @param stage of the article as a whole; none for a watch of text alone
/// @param article that set it off
/// @param mentions that passed the watch's filter, the first [#MAX_MENTIONS]
/// @param mentionCount of all that passed
/// @param articles how many the story has so far
/// @param sources the publishers that carried it so far, in the order of arrival, the first
///   [#MAX_SOURCES]
/// @param sourceCount of all of them
/// @param at when the article that set it off was fetched
public record Alert(
    String alertId,
    int revision,
    Kind kind,
    List<String> reasons,
    String watchId,
    String watchVersion,
    String storyId,
    String eventId,
    String language,
    @Nullable Stage stage,
    ArticleRef article,
    List<Mention> mentions,
    int mentionCount,
    int articles,
    List<String> sources,
    int sourceCount,
    Instant at) {
  /// How many mentions an alert carries.
  public static final int MAX_MENTIONS = 20;

  /// How many sources an alert names.
  public static final int MAX_SOURCES = 50;

  /// The two sorts of alerts.
  public enum Kind {
    NEW,
    UPDATE;

    @JsonValue
    public String label() {
      return name();
    }

    @JsonCreator
    public static Kind of(String label) {
      return Require.labelled(values(), Kind::label, label, "kind");
    }
  }

  public Alert {
    Require.text(alertId, "alertId");
    Require.atLeast(1, revision, "revision");
    Require.present(kind, "kind");
    reasons = Require.list(reasons);
    Require.text(watchId, "watchId");
    Require.text(watchVersion, "watchVersion");
    Require.text(storyId, "storyId");
    eventId = eventId == null ? storyId : eventId;
    Require.text(language, "language");
    Require.present(article, "article");
    mentions = Require.list(mentions);
    Require.atLeast(mentions.size(), mentionCount, "mentionCount");
    Require.atLeast(1, articles, "articles");
    sources = Require.list(sources);
    Require.atLeast(sources.size(), sourceCount, "sourceCount");
    Require.present(at, "at");
  }
}
