package org.parley.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What ingest knows of a source, or of one entry of it: written in one transaction with the
/// articles, so that nothing is published twice.
///
/// @param owner whose partition it lives in: the corpus's name, or a feed's registrable domain
/// @param name the corpus or feed
/// @param entry the file, `file#row`, or entry of a feed; none for the source as a whole
/// @param sha256 of the raw bytes last read
/// @param articleId of the article it gave, where it gave one
/// @param revision of that article, 0 where it gave none
/// @param textHash of that article's text, see [Ids#text(String)]
/// @param at when it was read
/// @param feed how a feed as a whole fares; none for a corpus and for entries
/// @param seen what a feed's entry is known again by; none for all else
public record SourceState(
    String owner,
    String name,
    @Nullable String entry,
    String sha256,
    @Nullable String articleId,
    int revision,
    @Nullable String textHash,
    Instant at,
    @Nullable FeedState feed,
    @Nullable EntryState seen) {
  public SourceState {
    Require.text(owner, "owner");
    Require.text(name, "name");
    Require.present(sha256, "sha256");
    Require.atLeast(0, revision, "revision");
    Require.present(at, "at");
  }

  /// Of a corpus, a file or a row.
  public SourceState(
      String owner,
      String name,
      @Nullable String entry,
      String sha256,
      @Nullable String articleId,
      int revision,
      @Nullable String textHash,
      Instant at) {
    this(owner, name, entry, sha256, articleId, revision, textHash, at, null, null);
  }

  /// The key of the state of a source as a whole, or of a corpus's file or row.
  public static String key(String name, @Nullable String entry) {
    return entry == null ? name : name + "/" + entry;
  }

  /// The record's key in the topic of sources. A feed's entry stands behind a `#`, which no feed's
  /// address has: behind a `/` it could be taken for another feed.
  public String key() {
    return seen == null ? key(name, entry) : name + "#" + entry;
  }
}
