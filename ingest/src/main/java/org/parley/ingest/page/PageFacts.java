package org.parley.ingest.page;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.Dates;

/// What a page's head states of its article, from JSON-LD first, then from meta tags and microdata.
record PageFacts(
    @Nullable String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable String url,
    @Nullable String language,
    @Nullable String siteName) {
  private static final List<String> DATES =
      List.of(
          "meta[property=article:published_time]",
          "meta[itemprop=datePublished]",
          "meta[name=parsely-pub-date]",
          "meta[name=pubdate]",
          "meta[name=publishdate]",
          "meta[name=publish-date]",
          "meta[name=article.published]",
          "meta[name=dc.date.issued]",
          "meta[name=dcterms.created]",
          "meta[name=dc.date]",
          "meta[name=sailthru.date]",
          "meta[name=date]",
          "time[itemprop=datePublished]",
          "time[pubdate]",
          "article header time[datetime]");
  private static final List<String> AUTHORS =
      List.of(
          "meta[name=author]",
          "meta[property=author]",
          "meta[name=parsely-author]",
          "meta[name=sailthru.author]",
          "meta[name=dc.creator]",
          "meta[name=byl]",
          "meta[property=article:author]",
          "[itemprop=author] [itemprop=name]",
          "[itemprop=author]",
          "a[rel=author]");

  /// Must be called before anything is taken from the document.
  static PageFacts of(Document document) {
    LinkedData linked = LinkedData.of(document);
    String site = first(linked.siteName(), content(document, "meta[property=og:site_name]"));
    return new PageFacts(
        PageTitle.of(document, linked.headline(), site),
        first(linked.author(), author(document)),
        linked.publishedAt() == null ? date(document) : linked.publishedAt(),
        address(document, linked.url()),
        language(document),
        site);
  }

  private static @Nullable String author(Document document) {
    for (String query : AUTHORS) {
      String author = content(document, query);
      if (author != null && !author.contains("://") && author.length() <= 120) {
        return author.replaceFirst("^(?i)by[\\s:]+", "");
      }
    }
    return null;
  }

  private static @Nullable Instant date(Document document) {
    for (String query : DATES) {
      Instant date = Dates.parse(content(document, query));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable String address(Document document, @Nullable String linked) {
    Element canonical = document.selectFirst("link[rel=canonical][href]");
    String url = canonical == null ? null : canonical.attr("href");
    for (String candidate :
        new String[] {url, content(document, "meta[property=og:url]"), linked}) {
      if (candidate != null && candidate.matches("(?i)https?://.+")) {
        return candidate.strip();
      }
    }
    return null;
  }

  private static @Nullable String language(Document document) {
    Element html = document.selectFirst("html[lang]");
    String stated = html == null ? null : html.attr("lang");
    String language =
        first(
            stated,
            first(
                content(document, "meta[http-equiv=content-language]"),
                content(document, "meta[property=og:locale]")));
    if (language == null) {
      return null;
    }
    String tag = language.strip().replace('_', '-');
    return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? tag : null;
  }

  /// The attribute that holds an element's value, else its text; `null` when empty.
  static @Nullable String content(Document document, String query) {
    for (Element element : document.select(query)) {
      for (String attribute : List.of("content", "datetime")) {
        if (!element.attr(attribute).isBlank()) {
          return element.attr(attribute).strip();
        }
      }
      if (!element.normalName().equals("meta") && !element.text().isBlank()) {
        return element.text().strip();
      }
    }
    return null;
  }

  static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null || one.isBlank() ? other : one;
  }
}
