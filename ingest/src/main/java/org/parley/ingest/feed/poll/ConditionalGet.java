package org.parley.ingest.feed.poll;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.feed.poll.Fetched.Reach;
import org.parley.ingest.schedule.HostGates;
import org.parley.ingest.schedule.HostGates.Turn;
import org.parley.outbound.Exchange;
import org.parley.outbound.Exchange.Answered;
import org.parley.outbound.GuardedHttp;
import org.parley.outbound.Headers;
import org.parley.outbound.Request;
import org.parley.outbound.RetryAfter;

/// Asks for a feed unless it is still what it was: `If-None-Match`, `If-Modified-Since`. Follows
/// redirects, each a request of its own that is checked like any and waits its turn at its host.
/// Blocking; thread-safe.
public final class ConditionalGet {
  /// The longest body, before and after inflating.
  public static final int MAX_BODY = 10 * 1024 * 1024;

  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PERMANENT = Set.of(301, 308);
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9,"
          + " application/feed+json;q=0.8, */*;q=0.1";
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private final GuardedHttp http;
  private final HostGates gates;
  private final Duration deadline;
  private final Clock clock;

  /// @param deadline over one request, from its turn to the last byte
  public ConditionalGet(GuardedHttp http, HostGates gates, Duration deadline, Clock clock) {
    this.http = http;
    this.gates = gates;
    this.deadline = deadline;
    this.clock = clock;
  }

  /// What to ask.
  ///
  /// @param url of the feed
  /// @param etag of what is there already
  /// @param lastModified of what is there already
  public record Ask(URI url, @Nullable String etag, @Nullable String lastModified) {
    boolean isConditional() {
      return etag != null || lastModified != null;
    }
  }

  /// Asks, and hands what came to `then` while the place among all requests is still held: so only
  /// so many bodies are in memory at one time.
  public <R> R get(Ask ask, Function<Fetched, R> then) throws InterruptedException {
    URI url = ask.url();
    boolean permanent = true;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      try (Turn turn = gates.enter(host(url))) {
        Exchange exchange = http.send(request(ask, url));
        turn.leaveHost();
        URI next = exchange instanceof Answered answered ? location(answered, url) : null;
        if (next == null) {
          URI movedTo = permanent && !url.equals(ask.url()) && isAsSafe(ask, url) ? url : null;
          return then.apply(fetched(exchange, ask, url, movedTo));
        }
        permanent &= PERMANENT.contains(((Answered) exchange).status());
        url = next;
      }
    }
    return then.apply(
        new Fetched.Failed("redirects more than " + MAX_REDIRECTS + " times", Reach.HOST));
  }

  private Request request(Ask ask, URI url) {
    Headers headers = Headers.of("User-Agent", "Parley/0.1 (polls feeds)").with("Accept", ACCEPT);
    if (ask.etag() != null) {
      headers = headers.with("If-None-Match", ask.etag());
    }
    if (ask.lastModified() != null) {
      headers = headers.with("If-Modified-Since", ask.lastModified());
    }
    return Request.get(url, headers, deadline).withMaxBody(MAX_BODY).inflating();
  }

  /// Where a redirect leads; none when it is no redirect, or leads nowhere.
  private static @Nullable URI location(Answered answered, URI url) {
    String to = answered.headers().first("Location").orElse("").strip();
    if (!REDIRECTS.contains(answered.status()) || to.isEmpty()) {
      return null;
    }
    try {
      URI next = url.resolve(new URI(to.replace(" ", "%20")));
      return next.getHost() == null ? null : withoutFragment(next);
    } catch (URISyntaxException _) {
      // Then the redirect is the answer, and is named as that.
      return null;
    }
  }

  private static URI withoutFragment(URI url) {
    String text = url.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? url : URI.create(text.substring(0, hash));
  }

  /// A move away from encryption is followed this time, not for good.
  private static boolean isAsSafe(Ask ask, URI url) {
    return !"https".equalsIgnoreCase(ask.url().getScheme())
        || "https".equalsIgnoreCase(url.getScheme());
  }

  private Fetched fetched(Exchange exchange, Ask ask, URI url, @Nullable URI movedTo) {
    return switch (exchange) {
      case Exchange.Refused(String reason, var _) ->
          new Fetched.Failed(
              "is at an address that is not polled: " + reason + ", with feeds.allow",
              Reach.UNSENT);
      case Exchange.Failed failed ->
          new Fetched.Failed(PlainWords.of(failed), PlainWords.reach(failed));
      case Answered answered -> answered(answered, ask, url, movedTo);
    };
  }

  private Fetched answered(Answered answered, Ask ask, URI url, @Nullable URI movedTo) {
    Headers headers = answered.headers();
    int status = answered.status();
    if (status == 304 && ask.isConditional()) {
      return new Fetched.Unchanged(maxAge(headers), movedTo);
    }
    if (status == 410) {
      return new Fetched.Gone();
    }
    if (status == 429 || status == 503) {
      Instant now = clock.instant();
      Instant until = RetryAfter.parse(headers.first("Retry-After").orElse(null), now);
      return new Fetched.Busy("answered " + status, host(url), until);
    }
    if (!answered.isSuccess()) {
      return new Fetched.Failed("answered " + status, Reach.HOST);
    }
    if (answered.cut()) {
      return new Fetched.Failed("gave 10 MB and more", Reach.HOST);
    }
    return new Fetched.Body(
        answered.body(),
        headers.first("Content-Type").orElse(null),
        url,
        headers.first("ETag").orElse(null),
        headers.first("Last-Modified").orElse(null),
        maxAge(headers),
        movedTo);
  }

  private static @Nullable Duration maxAge(Headers headers) {
    Matcher found = MAX_AGE.matcher(String.join(",", headers.all("Cache-Control")));
    return found.find() ? Duration.ofSeconds(Long.parseLong(found.group(1))) : null;
  }

  private static String host(URI url) {
    String host = url.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
