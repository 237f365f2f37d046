package org.parley.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.parley.ingest.text.CleanText;
import org.parley.ingest.text.Passage;
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

  /// The passages of a piece of HTML that is an article or its summary, such as a feed's entry,
  /// without what its markup names as something else.
  ///
  /// @param html as decoded; the passages are mapped to it
  public List<Passage> fragment(String html) {
    Document document = Jsoup.parse(html, Parser.htmlParser().setTrackPosition(true));
    document.select(Markup.MUTE).remove();
    Element body = document.body();
    return PagePassages.of(html, body, Frames.of(body)).stream()
        .map(PlacedPassage::passage)
        .toList();
  }

  private CleanText text(String html, Document document, Stated stated) {
    document.select(Markup.MUTE).remove();
    Element body = document.body();
    List<PlacedPassage> framed = PagePassages.of(html, body, Frames.of(body));
    CleanText whole = cleaner.clean(passages(PagePassages.of(html, body, Frames.none())), stated);
    Element main = MainContent.of(framed);
    CleanText clean = main == null ? whole : within(main, framed, stated, whole);
    return length(clean) < length(whole) * LEAST_SHARE ? whole : clean;
  }

  /// The article in `main`, its title from anywhere in the page, and who and when from its head.
  private CleanText within(
      Element main, List<PlacedPassage> passages, Stated stated, CleanText whole) {
    List<PlacedPassage> inside = new ArrayList<>();
    for (PlacedPassage placed : passages) {
      if (isWithin(placed.block(), main)) {
        inside.add(placed);
      } else if (placed.passage().text().equalsIgnoreCase(stated.title()) && inside.isEmpty()) {
        inside.add(placed);
      }
    }
    return cleaner.cleanMain(
        passages(inside),
        new Stated(
            stated.title() == null ? whole.title() : stated.title(),
            stated.author() == null ? whole.author() : stated.author(),
            stated.publishedAt() == null ? whole.publishedAt() : stated.publishedAt()));
  }

  private static boolean isWithin(Element element, Element main) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e == main) {
        return true;
      }
    }
    return false;
  }

  private static List<Passage> passages(List<PlacedPassage> placed) {
    return placed.stream().filter(p -> !p.isLabel()).map(PlacedPassage::passage).toList();
  }

  private static int length(CleanText clean) {
    return clean.text().length() - clean.bodyStart();
  }
}
