package org.parley.app.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
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
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final String ANNOUNCED =
      "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(rss|atom)\\+xml][href]";

  private final GuardedHttp http;
  private final ConditionalGet get;

  /// @param policy which addresses may be dialled
  public FeedCheck(AddressPolicy policy, Clock clock) {
    http = GuardedHttp.open(policy);
    get = new ConditionalGet(http, new HostGates(1), DEADLINE, clock);
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
    /// @param links the feeds that a page there announces
    record None(String reason, List<String> links) implements Found {
      public None {
        links = List.copyOf(links);
      }
    }
  }

  public Found look(String url) throws InterruptedException {
    return get.get(new ConditionalGet.Ask(URI.create(url), null, null), FeedCheck::found);
  }

  private static Found found(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body -> read(body);
      case Fetched.Unchanged _ -> none("answered that nothing has changed, without being asked");
      case Fetched.Gone() -> none("is gone: it answered 410");
      case Fetched.Busy busy -> none(busy.problem());
      case Fetched.Failed failed -> none(failed.problem());
    };
  }

  private static Found read(Fetched.Body body) {
    return switch (new FeedReader().read(body.bytes(), body.contentType(), body.url())) {
      case FeedReading.Read(FeedDocument document) -> new Found.Feed(body.url(), document);
      case FeedReading.Unreadable(String reason, boolean isHtml) ->
          new Found.None(reason, isHtml ? announced(body) : List.of());
    };
  }

  private static List<String> announced(Fetched.Body body) {
    String page = new String(body.bytes(), StandardCharsets.UTF_8);
    return Jsoup.parse(page, body.url().toString()).select(ANNOUNCED).stream()
        .map(link -> link.absUrl("href"))
        .filter(link -> !link.isEmpty())
        .distinct()
        .toList();
  }

  private static Found none(String reason) {
    return new Found.None(reason, List.of());
  }

  @Override
  public void close() {
    http.close();
  }
}
