package org.parley.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An [Article] without its text: what a match, a story and an alert say of it. The components are
/// the article's.
public record ArticleRef(
    String articleId,
    int revision,
    Origin origin,
    String source,
    @Nullable String url,
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    Instant fetchedAt) {
  public ArticleRef {
    Require.text(articleId, "articleId");
    Require.atLeast(1, revision, "revision");
    Require.present(origin, "origin");
    Require.text(source, "source");
    Require.present(fetchedAt, "fetchedAt");
  }
}
