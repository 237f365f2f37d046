package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The articles that are copies of one another.
///
/// @param storyId the id of the article that opened it
/// @param revision from 1; grows with every member
/// @param language of all members
/// @param opener the article that opened it
/// @param firstSeen when its first member was fetched
/// @param lastSeen when its newest member was fetched
/// @param members the first [#MAX_MEMBERS] of them, in the order of the lane
/// @param memberCount of all
/// @param sources distinct publishers in the order of arrival, the first [#MAX_MEMBERS]
/// @param sourceCount of all distinct publishers
public record Story(
    String storyId,
    int revision,
    String language,
    ArticleRef opener,
    Instant firstSeen,
    Instant lastSeen,
    List<Member> members,
    int memberCount,
    List<String> sources,
    int sourceCount) {
  /// How many members, and sources, a story lists.
  public static final int MAX_MEMBERS = 200;

  public Story {
    Require.text(storyId, "storyId");
    Require.atLeast(1, revision, "revision");
    Require.text(language, "language");
    Require.present(opener, "opener");
    Require.present(firstSeen, "firstSeen");
    Require.present(lastSeen, "lastSeen");
    members = Require.list(members);
    Require.atLeast(members.size(), memberCount, "memberCount");
    sources = Require.list(sources);
    Require.atLeast(sources.size(), sourceCount, "sourceCount");
  }

  /// How a member stands to the story.
  public enum Relation {
    /// It opened the story.
    OPENER,
    /// Its text derives from a member's.
    COPY,
    /// A later text of a member.
    REVISION;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Relation of(String label) {
      return Require.labelled(values(), Relation::label, label, "relation");
    }
  }

  /// An article of the story.
  ///
  /// @param articleId whose
  /// @param revision of that article
  /// @param source its publisher
  /// @param fetchedAt when Parley read it
  /// @param relation why it belongs
  /// @param matchedId the member that it is a copy, or a revision, of; its own id for the opener
  /// @param measure containment in that member, 0 to 1, in thousandths
  public record Member(
      String articleId,
      int revision,
      String source,
      Instant fetchedAt,
      Relation relation,
      String matchedId,
      double measure) {
    public Member {
      Require.text(articleId, "articleId");
      Require.atLeast(1, revision, "revision");
      Require.text(source, "source");
      Require.present(fetchedAt, "fetchedAt");
      Require.present(relation, "relation");
      Require.text(matchedId, "matchedId");
      measure = Math.round(measure * 1000) / 1000.0;
    }
  }
}
