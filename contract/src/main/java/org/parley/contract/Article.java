package org.parley.contract;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One revision of one published text, cleaned, with where it came from.
///
/// The title, where there is one, is the first paragraph of [#text()], so that every offset of the
/// project (a mention's, a sentence's) counts in one string: the body starts at [#bodyStart()].
/// What the source does not state is `null`, never a guess.
///
/// @param articleId stable over revisions, see [Ids]
/// @param revision from 1; grows when the text changes
/// @param origin where it was read
/// @param source the publisher: registrable domain of the canonical URL, else the row's `source`,
///   else the file itself
/// @param url canonical URL
/// @param title as stated by the source
/// @param author as stated by the source
/// @param publishedAt what the source says; may be absurd, and never drives a window or retention
/// @param fetchedAt when Parley read it; also the Kafka record's timestamp
/// @param statedLanguage BCP 47 tag that the source states; the processor detects the real one
/// @param text clean text, at most [#MAX_TEXT_BYTES] of UTF-8: title, blank line, body
/// @param bodyStart where the body starts in `text`, in UTF-16 code units; 0 without a title
/// @param truncated whether the text was cut to its greatest length
/// @param map from the clean text back to the source
public record Article(
    String articleId,
    int revision,
    Origin origin,
    String source,
    @Nullable String url,
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    Instant fetchedAt,
    @Nullable String statedLanguage,
    String text,
    int bodyStart,
    boolean truncated,
    TextMap map) {
  /// The greatest length of a text, in bytes of UTF-8.
  public static final int MAX_TEXT_BYTES = 2 * 1024 * 1024;

  public Article {
    Require.text(articleId, "articleId");
    Require.atLeast(1, revision, "revision");
    Require.present(origin, "origin");
    Require.text(source, "source");
    Require.present(fetchedAt, "fetchedAt");
    Require.present(text, "text");
    if (text.length() > MAX_TEXT_BYTES) {
      throw new IllegalArgumentException(
          "text of " + text.length() + " characters is longer than " + MAX_TEXT_BYTES + " bytes");
    }
    Require.atLeast(0, bodyStart, "bodyStart");
    if (bodyStart > text.length()) {
      throw new IllegalArgumentException(
          "bodyStart " + bodyStart + " is past the text's end " + text.length());
    }
    statedLanguage = statedLanguage == null ? null : statedLanguage.toLowerCase(Locale.ROOT);
    map = map == null ? TextMap.NONE : map;
  }

  /// What later records carry of it: who, where, when, but not the text.
  public ArticleRef ref() {
    return new ArticleRef(
        articleId, revision, origin, source, url, title, author, publishedAt, fetchedAt);
  }
}
