package org.parley.ingest.feed.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Makes absolute links of what feeds write.
final class Links {
  private static final Pattern ILLEGAL =
      Pattern.compile("[\\s\\p{Z}\\p{Cc}\"<>\\\\^`{|}\\[\\]]|%(?![0-9a-fA-F]{2})");
  private static final Pattern HOST_ONLY = Pattern.compile("(?i)www\\.[\\w-]+\\.\\S+");
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\s].*");

  private Links() {}

  /// The address of a page that `href` means at `element`; `null` when it means none.
  ///
  /// @param feed what it is relative to where no `xml:base` says otherwise
  static @Nullable String page(@Nullable String href, Element element, URI feed) {
    String link = href == null ? "" : href.strip().replaceAll("[\\r\\n\\t]+", "");
    if (link.isEmpty()) {
      return null;
    }
    if (isWeb(link)) {
      return encoded(link);
    }
    String absolute =
        HOST_ONLY.matcher(link).matches() ? "http://" + link : resolve(base(element, feed), link);
    return absolute != null && isWeb(absolute) ? absolute : null;
  }

  static boolean isWeb(String link) {
    return WEB.matcher(link).matches();
  }

  /// What `href` is relative to at `element`.
  static URI base(Element element, URI feed) {
    Deque<String> bases = new ArrayDeque<>();
    for (Element e = element; e != null; e = e.getParentElement()) {
      String base = Names.xmlAttribute(e, "base");
      if (base != null && !base.isBlank()) {
        bases.push(base.strip());
      }
    }
    URI base = feed;
    for (String next : bases) {
      base = uri(resolve(base, next), base);
    }
    return base;
  }

  /// `link` where it can be a base for others, else `other`.
  static URI uri(@Nullable String link, URI other) {
    try {
      return link == null ? other : new URI(link);
    } catch (URISyntaxException e) {
      // It is as the feed writes it; whoever follows it will see.
      return other;
    }
  }

  static @Nullable String resolve(URI base, String href) {
    try {
      URI relative = new URI(encoded(href));
      if (relative.isOpaque() || base.isOpaque()) {
        return relative.isAbsolute() ? relative.toString() : null;
      }
      String query = relative.getRawQuery();
      boolean queryOnly = href.startsWith("?") && query != null;
      // Of a query alone the JDK makes one at the parent of the base's path.
      URI absolute =
          queryOnly
              ? new URI(base.toString().replaceFirst("[?#].*$", "") + href)
              : base.resolve(relative);
      return absolute.toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      // A feed may write anything as a link; this is none.
      return null;
    }
  }

  private static String encoded(String link) {
    return ILLEGAL
        .matcher(link)
        .replaceAll(match -> {
          byte[] bytes = match.group().getBytes(StandardCharsets.UTF_8);
          StringBuilder percent = new StringBuilder();
          for (byte b : bytes) {
            percent.append(String.format(Locale.ROOT, "%%%02X", b));
          }
          return percent.toString();
        });
  }
}
