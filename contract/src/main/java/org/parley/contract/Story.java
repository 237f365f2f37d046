package org.parley.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The articles that are copies of one another; each of them is a [Member].
///
/// @param storyId the id of the article that opened it
/// @param revision from 1; grows with every member
/// @param language of all members
/// @param eventId the happening that it reports: the id of the first story of it
/// @param opener the article that opened it
/// @param firstSeen when its first member was fetched
/// @param lastSeen when its newest member was fetched
/// @param stages that its mentions had so far
/// @param memberCount of all, later revisions of an article included
/// @param articleCount of all distinct articles
/// @param sources distinct publishers in the order of arrival, the first [#MAX_SOURCES]
/// @param sourceCount of all distinct publishers
public record Story(
    String storyId,
    int revision,
    String language,
    String eventId,
    Opener opener,
    Instant firstSeen,
    Instant lastSeen,
    List<Stage> stages,
    int memberCount,
    int articleCount,
    List<String> sources,
    int sourceCount) {
  /// How many sources a story lists.
  public static final int MAX_SOURCES = 50;

  public Story {
    Require.text(storyId, "storyId");
    Require.atLeast(1, revision, "revision");
    Require.text(language, "language");
    eventId = eventId == null ? storyId : eventId;
    Require.present(opener, "opener");
    Require.present(firstSeen, "firstSeen");
    Require.present(lastSeen, "lastSeen");
    stages = Require.list(stages);
    Require.atLeast(1, memberCount, "memberCount");
    articleCount = articleCount == 0 ? memberCount : articleCount;
    sources = Require.list(sources);
    Require.atLeast(sources.size(), sourceCount, "sourceCount");
  }

  /// The article that opened a story.
  ///
  /// @param articleId the story's id as well
  /// @param source its publisher
  /// @param url canonical URL, where it is not too long to keep
  /// @param title as stated by the source, the beginning of it
  /// @param publishedAt what the source says; may be absurd
  /// @param fetchedAt when Parley read it
  public record Opener(
      String articleId,
      String source,
      @Nullable String url,
      @Nullable String title,
      @Nullable Instant publishedAt,
      Instant fetchedAt) {
    public Opener {
      Require.text(articleId, "articleId");
      Require.text(source, "source");
      Require.present(fetchedAt, "fetchedAt");
    }
  }
}
