package org.parley.ingest.feed.entry;

import org.parley.ingest.corpus.Draft;

/// What came of making an article of an entry.
public sealed interface EntryReading {
  /// It is one.
  record Read(Draft draft) implements EntryReading {}

  /// It is none.
  ///
  /// @param reason one line that reads on from the entry's key: `has neither a title nor text`
  record Refused(String reason) implements EntryReading {}
}
