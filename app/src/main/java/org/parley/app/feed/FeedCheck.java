package org.parley.app.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.parley.ingest.feed.poll.ConditionalGet;
import org.parley.ingest.feed.poll.Fetched;
import org.parley.ingest.feed.read.FeedDocument;
import org.parley.ingest.feed.read.FeedReader;
import org.parley.ingest.feed.read.FeedReading;
import org.parley.ingest.schedule.HostGates;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;

/// Fetches an address once, as polling does, and says whether there is a feed. Keeps nothing. For
/// one thread; close it.
public final class FeedCheck implements AutoCloseable {
  private final GuardedHttp http;
  private final ConditionalGet get;

  /// @param policy which addresses may be dialled
  /// @param deadline over one request, to the last byte
  public FeedCheck(AddressPolicy policy, Duration deadline, Clock clock) {
    http = GuardedHttp.open(policy);
    get = new ConditionalGet(http, new HostGates(1), deadline, clock);
  }

  /// What is at an address.
  public sealed interface Found {
    /// A feed.
    ///
    /// @param url that it came from, after redirects
    record Feed(URI url, FeedDocument document) implements Found {}

    /// None.
    ///
    /// @param reason one line that reads on from the address
    record None(String reason) implements Found {}
  }

  public Found look(String url) throws InterruptedException {
    return get.get(new ConditionalGet.Ask(URI.create(url), null, null), FeedCheck::found);
  }

  private static Found found(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body -> read(body);
      case Fetched.Unchanged _ ->
          new Found.None("answered that nothing has changed, without being asked");
      case Fetched.Gone() -> new Found.None("is gone: it answered 410");
      case Fetched.Busy busy -> new Found.None(busy.problem());
      case Fetched.Failed failed -> new Found.None(failed.problem());
    };
  }

  private static Found read(Fetched.Body body) {
    return switch (new FeedReader().read(body.bytes(), body.contentType(), body.url())) {
      case FeedReading.Read(FeedDocument document) -> new Found.Feed(body.url(), document);
      case FeedReading.Unreadable(String reason, boolean _) -> new Found.None(reason);
    };
  }

  @Override
  public void close() {
    http.close();
  }
}
