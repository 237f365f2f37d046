package org.parley.ingest.feed.read;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.feed.read.FeedReading.Unreadable;

/// Says what a body is that is no feed.
final class NoFeed {
  private static final Pattern HTML =
      Pattern.compile(
          "(?is)^[^<]*(?:<!--.*?-->\\s*|<\\?xml[^>]*>\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*");
  private static final int HEAD = 20_000;
  private static final String ALTERNATES =
      "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(?:rss|atom)\\+xml][href]";

  private NoFeed() {}

  /// What can be told before it is parsed; `null` when it may be a feed.
  static @Nullable Unreadable of(String text, URI url) {
    String start = text.substring(0, Math.min(text.length(), HEAD)).strip();
    if (start.isEmpty()) {
      return new Unreadable("is empty", false);
    }
    if (HTML.matcher(start).matches()) {
      return html(text, url);
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return new Unreadable("is JSON, not RSS or Atom", false);
    }
    if (start.indexOf('<') < 0) {
      return new Unreadable(
          "is not XML: it starts with '"
              + XmlProblem.line(start.substring(0, Math.min(40, start.length())))
              + "'",
          false);
    }
    return null;
  }

  /// Well-formed, but with this root.
  static Unreadable of(Element root) {
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "html" -> new Unreadable("is an HTML page, not a feed", true);
      case "opml" -> new Unreadable("is an OPML list of feeds, not a feed; import it", false);
      case "urlset", "sitemapindex" -> new Unreadable("is a sitemap, not a feed", false);
      default ->
          new Unreadable(
              "is XML, but not a feed: its root is '" + XmlProblem.line(root.getName()) + "'",
              false);
    };
  }

  private static Unreadable html(String text, URI url) {
    var link = Jsoup.parse(text, url.toString()).selectFirst(ALTERNATES);
    String feed = link == null ? "" : link.absUrl("href");
    return new Unreadable(
        "is an HTML page, not a feed" + (feed.isEmpty() ? "" : "; it links the feed " + feed),
        true);
  }
}
