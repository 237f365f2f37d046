package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/// An article in its story: why it belongs there, what it adds, and which watches were told of it
/// or not. One for each article revision that the lane places.
///
/// @param storyId the story
/// @param number its place in the story, from 1
/// @param eventId the happening that the story reports
/// @param language of the story
/// @param article what was placed
/// @param relation how it stands to the story
/// @param matchedId the article that it was compared with: a member of the story, or of another one
///   when it only quotes; its own id when there is none
/// @param measure what decided, 0 to 1, in thousandths: see [Relation]
/// @param added the sentences that the story did not have, the first [#MAX_ADDED]
/// @param addedCount of all such sentences
/// @param told the watches that got an alert
/// @param heldBack the watches that want the article and got none, by their ids
public record Member(
    String storyId,
    int number,
    String eventId,
    String language,
    ArticleRef article,
    Relation relation,
    String matchedId,
    double measure,
    List<Match.Sentence> added,
    int addedCount,
    List<Told> told,
    List<String> heldBack) {
  /// How many added sentences a member shows.
  public static final int MAX_ADDED = 20;

  public Member {
    Require.text(storyId, "storyId");
    Require.atLeast(1, number, "number");
    Require.text(eventId, "eventId");
    Require.text(language, "language");
    Require.present(article, "article");
    Require.present(relation, "relation");
    Require.text(matchedId, "matchedId");
    measure = Math.round(measure * 1000) / 1000.0;
    added = Require.list(added);
    Require.atLeast(added.size(), addedCount, "addedCount");
    told = Require.list(told);
    heldBack = Require.list(heldBack);
  }

  /// How an article stands to its story.
  public enum Relation {
    /// It opened the story; nothing was like it, or too little: the measure is the containment in
    /// what came closest, 0 when nothing did.
    OPENER,
    /// Its text derives from a member's: the measure is containment, how much of the shorter text
    /// is in the longer one, a site's own words left out.
    COPY,
    /// It is a cut of a member's text: containment in that.
    PART,
    /// It has a member's text and more news in it: how much of that text it has.
    UPDATE,
    /// It opened a story of its own and quotes a passage of an article of another: how much of its
    /// words that is.
    QUOTES,
    /// A later text of a member: how much of the shorter of the two is in the other.
    REVISION;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Relation of(String label) {
      return Require.labelled(values(), Relation::label, label, "relation");
    }

    /// Whether an article of this relation opened its story.
    public boolean opens() {
      return this == OPENER || this == QUOTES;
    }
  }

  /// An alert that the article set off.
  ///
  /// @param watchId who was told
  /// @param alertId of what
  /// @param revision of that alert
  /// @param reasons why, as the alert gives them
  public record Told(String watchId, String alertId, int revision, List<String> reasons) {
    public Told {
      Require.text(watchId, "watchId");
      Require.text(alertId, "alertId");
      Require.atLeast(1, revision, "revision");
      reasons = Require.list(reasons);
    }
  }
}
