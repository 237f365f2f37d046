package org.parley.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a feed's entry is known again by.
///
/// @param guid the entry's GUID where it has one; its digest, see [Ids#text(String)], where it is
///   long
/// @param link canonical URL that it links to, where it does
/// @param titleDate digest of title and date
/// @param goneAt since when the feed has not had it; none while it has it. Forgotten some weeks
///   later
public record EntryState(
    @Nullable String guid, @Nullable String link, String titleDate, @Nullable Instant goneAt) {
  public EntryState {
    Require.text(titleDate, "titleDate");
  }
}
