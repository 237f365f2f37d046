package org.parley.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a poll means.
///
/// @param kind of answer
/// @param update to be published
/// @param due when to poll next; never again when none
record Verdict(Kind kind, Update update, @Nullable Instant due) {
  enum Kind {
    /// It is what it was.
    UNCHANGED,
    /// It was read.
    READ,
    /// There was no feed in the answer, or no answer.
    FAILED,
    /// There is no such feed any more.
    GONE
  }
}
