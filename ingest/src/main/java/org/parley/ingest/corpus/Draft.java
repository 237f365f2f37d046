package org.parley.ingest.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.contract.TextMap;

/// An article as it was read from a corpus, before it is known which revision it is and when it
/// counts as fetched. The components are [Article]'s.
///
/// @param fetchedAt when it was fetched, where the corpus recorded that; live ingest passes it
///   over, replay goes by it
public record Draft(
    String articleId,
    Origin origin,
    String source,
    @Nullable String url,
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable Instant fetchedAt,
    @Nullable String statedLanguage,
    String text,
    int bodyStart,
    boolean truncated,
    TextMap map) {
  /// The article that this is, at its `revision`, fetched at `fetched`.
  public Article article(int revision, Instant fetched) {
    return new Article(
        articleId,
        revision,
        origin,
        source,
        url,
        title,
        author,
        publishedAt,
        fetched,
        statedLanguage,
        text,
        bodyStart,
        truncated,
        map);
  }

  /// The same article under the id that it has had since it was first seen.
  public Draft withArticleId(String articleId) {
    return new Draft(
        articleId,
        origin,
        source,
        url,
        title,
        author,
        publishedAt,
        fetchedAt,
        statedLanguage,
        text,
        bodyStart,
        truncated,
        map);
  }

  /// What tells one revision from another, see [Ids#text(String)].
  public String textHash() {
    return Ids.text(text);
  }
}
