package org.parley.app.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.parley.ingest.feed.read.FeedDocument;
import org.parley.ingest.feed.read.FeedReader;
import org.parley.ingest.feed.read.FeedReading;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.Exchange;
import org.parley.outbound.GuardedHttp;
import org.parley.outbound.Headers;
import org.parley.outbound.Request;

/// Fetches an address once and says whether there is a feed. Keeps nothing. For one thread; close
/// it.
public final class FeedCheck implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Headers HEADERS =
      Headers.of("User-Agent", "Parley/1")
          .with(
              "Accept",
              "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5");
  private static final String ANNOUNCED =
      "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(rss|atom)\\+xml][href]";

  private final GuardedHttp http;

  /// @param policy which addresses may be dialled
  public FeedCheck(AddressPolicy policy) {
    http = GuardedHttp.open(policy);
  }

  /// What is at an address.
  public sealed interface Found {
    /// A feed.
    record Feed(String url, FeedDocument document) implements Found {}

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

  public Found look(String url) {
    URI at = URI.create(url);
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Exchange exchange =
          http.send(
              Request.get(at, HEADERS, DEADLINE).withMaxBody(FeedReader.MAX_BYTES).inflating());
      if (!(exchange instanceof Exchange.Answered answered)) {
        return none(exchange.summary());
      }
      if (!REDIRECTS.contains(answered.status())) {
        return read(at, answered);
      }
      try {
        at = at.resolve(answered.headers().first("Location").orElse(""));
      } catch (IllegalArgumentException e) {
        return none("redirects to something that is no address");
      }
    }
    return none("redirects more than " + MOST_REDIRECTS + " times");
  }

  private static Found read(URI at, Exchange.Answered answered) {
    if (!answered.isSuccess()) {
      return none(answered.summary());
    }
    String contentType = answered.headers().first("Content-Type").orElse(null);
    return switch (new FeedReader().read(answered.body(), contentType, at)) {
      case FeedReading.Read(FeedDocument document) -> new Found.Feed(at.toString(), document);
      case FeedReading.Unreadable(String reason, boolean _) ->
          new Found.None(reason, announced(answered, at));
    };
  }

  private static List<String> announced(Exchange.Answered answered, URI at) {
    String page = new String(answered.body(), StandardCharsets.UTF_8);
    return Jsoup.parse(page, at.toString()).select(ANNOUNCED).stream()
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
