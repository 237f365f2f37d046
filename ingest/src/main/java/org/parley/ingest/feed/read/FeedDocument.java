package org.parley.ingest.feed.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed as it was read.
///
/// @param head what it says of itself
/// @param hints how often it asks to be polled
/// @param entries in its own order, at most [FeedReader#MAX_ENTRIES]
/// @param omitted how many entries after those were not read
public record FeedDocument(FeedHead head, Hints hints, List<FeedEntry> entries, int omitted) {
  public FeedDocument {
    entries = List.copyOf(entries);
  }

  /// The feed's title as plain text.
  public @Nullable String title() {
    return head.title();
  }

  /// The site's address, absolute.
  public @Nullable String link() {
    return head.link();
  }

  /// BCP 47 tag that the feed states.
  public @Nullable String language() {
    return head.language();
  }
}
