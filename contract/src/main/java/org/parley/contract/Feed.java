package org.parley.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A feed that is to be polled: someone added it.
///
/// @param url http or https, in the form that [#normal(String)] gives; the feed's key for good,
///   even after it has moved
/// @param title what whoever added it calls it
/// @param interval between polls, at least a second; the configured one when none
/// @param addedAt when it was added
public record Feed(
    String url, @Nullable String title, @Nullable Duration interval, Instant addedAt) {
  private static final Duration LEAST = Duration.ofSeconds(1);

  public Feed {
    Require.httpUrl(url);
    title = title == null || title.isBlank() ? null : title.strip();
    if (interval != null && interval.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("interval must be at least 1 second, not " + interval);
    }
    Require.present(addedAt, "addedAt");
  }

  /// The address in the form that the feed is known by: `feed:` taken off, scheme and host in lower
  /// case, no default port, no fragment, never without a path.
  ///
  /// @throws IllegalArgumentException when it is no address of a feed
  public static String normal(String address) {
    String url = address.strip().replaceFirst("(?i)^feed:(?=https?:)", "");
    url = url.replaceFirst("(?i)^feed:(?=//)", "http:");
    Require.httpUrl(url);
    URI uri = URI.create(url);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean standard = uri.getPort() == (scheme.equals("https") ? 443 : 80);
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (standard || uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + (path == null || path.isEmpty() ? "/" : path)
        + (query == null ? "" : "?" + query);
  }

  /// The host that is asked for it, in lower case, as the URL has it.
  public static String host(String url) {
    try {
      return new URI(url).getHost().toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL: " + url, e);
    }
  }
}
