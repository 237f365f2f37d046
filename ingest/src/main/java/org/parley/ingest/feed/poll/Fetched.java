package org.parley.ingest.feed.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of asking for a feed.
public sealed interface Fetched {
  /// A document, or at least a body.
  ///
  /// @param bytes inflated
  /// @param contentType as the server has it
  /// @param url that it came from, after redirects
  /// @param etag validator for the next time
  /// @param lastModified validator for the next time
  /// @param maxAge that it asks to be kept for
  /// @param movedTo where the feed lives from now on, when it said so at every step of the way
  record Body(
      byte[] bytes,
      @Nullable String contentType,
      URI url,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Duration maxAge,
      @Nullable URI movedTo)
      implements Fetched {}

  /// The document is the one that the validators stand for.
  record Unchanged(@Nullable Duration maxAge, @Nullable URI movedTo) implements Fetched {}

  /// 410: there is no such feed any more.
  record Gone() implements Fetched {}

  /// 429 or 503.
  ///
  /// @param problem in plain words
  /// @param host that said so
  /// @param until when it may be asked again, where it said
  record Busy(String problem, String host, @Nullable Instant until) implements Fetched {}

  /// No feed this time.
  ///
  /// @param problem in plain words, to follow "the feed"
  /// @param reach how far the request came
  record Failed(String problem, Reach reach) implements Fetched {}

  /// How far a request came.
  enum Reach {
    /// Someone was there.
    HOST,
    /// Nobody was, which may be the network's fault.
    NOWHERE,
    /// It was not sent.
    UNSENT
  }
}
