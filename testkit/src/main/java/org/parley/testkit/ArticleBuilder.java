package org.parley.testkit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Ids;
import org.parley.contract.Origin;
import org.parley.contract.TextMap;

/// An [Article] of a feed, with an address; its id follows from that, its source from the host.
public final class ArticleBuilder {
  private String url = "https://news.example/talks";
  private String source = "news.example";
  private @Nullable String title = "Envoys meet in Geneva";
  private String body = "The two sides held peace talks in Geneva on Monday.";
  private @Nullable String author;
  private @Nullable Instant publishedAt = ManualClock.START;
  private Instant fetchedAt = ManualClock.START;
  private @Nullable String language = "en";
  private @Nullable Origin origin;
  private int revision = 1;

  ArticleBuilder() {}

  public ArticleBuilder url(String url) {
    this.url = url;
    return this;
  }

  /// The publisher.
  public ArticleBuilder source(String source) {
    this.source = source;
    return this;
  }

  public ArticleBuilder title(@Nullable String title) {
    this.title = title;
    return this;
  }

  /// The text after the title.
  public ArticleBuilder body(String body) {
    this.body = body;
    return this;
  }

  /// The whole text, without a title.
  public ArticleBuilder text(String text) {
    return title(null).body(text);
  }

  public ArticleBuilder author(String author) {
    this.author = author;
    return this;
  }

  public ArticleBuilder publishedAt(@Nullable Instant instant) {
    publishedAt = instant;
    return this;
  }

  public ArticleBuilder fetchedAt(Instant instant) {
    fetchedAt = instant;
    return this;
  }

  public ArticleBuilder statedLanguage(@Nullable String tag) {
    language = tag;
    return this;
  }

  public ArticleBuilder origin(Origin origin) {
    this.origin = origin;
    return this;
  }

  public ArticleBuilder revision(int revision) {
    this.revision = revision;
    return this;
  }

  public Article build() {
    String text = title == null ? body : title + "\n\n" + body;
    Origin from =
        origin != null
            ? origin
            : new Origin(
                Origin.Kind.FEED,
                "https://" + source + "/feed.xml",
                url,
                Sample.sha256(text),
                "UTF-8");
    return new Article(
        Ids.article(url),
        revision,
        from,
        source,
        url,
        title,
        author,
        publishedAt,
        fetchedAt,
        language,
        text,
        text.length() - body.length(),
        false,
        new TextMap(List.of(new TextMap.Run(0, 0, Math.max(1, text.length())))));
  }

  public ArticleRef ref() {
    return build().ref();
  }
}
