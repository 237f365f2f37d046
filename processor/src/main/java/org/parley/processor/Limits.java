package org.parley.processor;

import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;

/// How long the parts of an article may be that every later record repeats, so that no story and no
/// alert outgrows the greatest record. What Parley ingests is far below; other producers may not
/// be.
final class Limits {
  private static final int SHORT = 1_000;
  private static final int LONG = 20_000;

  private Limits() {}

  /// @throws IllegalArgumentException naming the part that is too long
  static void check(Article article) {
    check("articleId", article.articleId(), SHORT);
    check("source", article.source(), SHORT);
    check("author", article.author(), LONG);
    check("url", article.url(), LONG);
    check("title", article.title(), LONG);
    check("origin.name", article.origin().name(), LONG);
    check("origin.entry", article.origin().entry(), LONG);
  }

  private static void check(String part, @Nullable String value, int most) {
    if (value != null && value.length() > most) {
      throw new IllegalArgumentException(
          part + " has " + value.length() + " characters; at most " + most + " are taken");
    }
  }
}
