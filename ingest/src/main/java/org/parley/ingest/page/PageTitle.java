package org.parley.ingest.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Chooses the headline: the first-level heading that the page's titles repeat, since it stands in
/// the text; else what JSON-LD or Open Graph say; else the document's title without the site's
/// name.
final class PageTitle {
  private static final Pattern SUFFIX =
      Pattern.compile("^(.{10,}?)\\s+[|»·•–—-]\\s+([^|»·•–—]{2,40})$");

  private PageTitle() {}

  static @Nullable String of(Document document, @Nullable String headline, @Nullable String site) {
    String stated =
        PageFacts.first(
            PageFacts.content(document, "meta[property=og:title]"),
            PageFacts.first(
                headline,
                PageFacts.first(
                    PageFacts.content(document, "meta[name=twitter:title]"), document.title())));
    String heading = heading(document, stated);
    if (heading != null) {
      return heading;
    }
    return stated == null || stated.isBlank() ? null : withoutSite(stated.strip(), site);
  }

  private static @Nullable String heading(Document document, @Nullable String stated) {
    String only = null;
    int count = 0;
    for (Element heading : document.select("h1")) {
      String text = heading.text().strip();
      if (!text.isEmpty()) {
        if (stated != null && isSame(text, stated)) {
          return text;
        }
        only = text;
        count++;
      }
    }
    return count == 1 && only != null && only.length() >= 20 ? only : null;
  }

  private static boolean isSame(String heading, String stated) {
    String one = folded(heading);
    String other = folded(stated);
    return one.length() >= 8 && (other.startsWith(one) || one.startsWith(other));
  }

  private static String withoutSite(String title, @Nullable String site) {
    Matcher suffix = SUFFIX.matcher(title);
    if (!suffix.matches()) {
      return title;
    }
    String tail = suffix.group(2);
    boolean named = site != null && folded(site).contains(folded(tail));
    return named || tail.split("\\s+").length <= 4 ? suffix.group(1) : title;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
