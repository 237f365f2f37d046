package org.parley.ingest.feed.read;

/// What came of reading a feed.
public sealed interface FeedReading {
  /// It is one.
  record Read(FeedDocument document) implements FeedReading {}

  /// It is none, or too broken.
  ///
  /// @param reason for an operator, one line that reads on from the feed's address: `is an HTML
  ///   page, not a feed`
  /// @param isHtml whether it is a web page, such as an error page or a consent form
  record Unreadable(String reason, boolean isHtml) implements FeedReading {}
}
