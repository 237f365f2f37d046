package org.parley.ingest.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.parley.ingest.text.CleanText;
import org.parley.ingest.text.Stated;
import org.parley.ingest.text.TextCleaner;

/// Reads the article out of an HTML page. Thread-safe; never fails, whatever the HTML.
public final class PageReader {
  /// When less than this is left without a page's frames, they held the article.
  private static final double LEAST_SHARE = 0.4;

  private final TextCleaner cleaner = new TextCleaner();

  /// @param html the page as decoded
  public Page read(String html) {
    Document document = Jsoup.parse(html, Parser.htmlParser().setTrackPosition(true));
    PageFacts facts = PageFacts.of(document);
    Stated stated = new Stated(facts.title(), facts.author(), facts.publishedAt());
    return new Page(text(html, document, stated), facts.url(), facts.language(), facts.siteName());
  }

  private CleanText text(String html, Document document, Stated stated) {
    document.select(Markup.MUTE).remove();
    Element body = document.body();
    CleanText clean = cleaner.clean(PagePassages.of(html, body, Frames.of(body)), stated);
    CleanText whole = cleaner.clean(PagePassages.of(html, body, Frames.none()), stated);
    return length(clean) < length(whole) * LEAST_SHARE ? whole : clean;
  }

  private static int length(CleanText clean) {
    return clean.text().length() - clean.bodyStart();
  }
}
