package org.parley.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a feed's entry is known again by.
///
/// @param key what it was known by when the feed last had it: its GUID; where that is missing or
///   repeats, its link; without one, a digest of what it says
/// @param link canonical URL that it links to, where it does
/// @param titleDate digest of title and date, where it has a title
/// @param goneAt since when the feed has not had it; none while it has it. Forgotten some weeks
///   later
public record EntryState(
    String key, @Nullable String link, @Nullable String titleDate, @Nullable Instant goneAt) {
  public EntryState {
    Require.text(key, "key");
  }
}
