package org.parley.ingest.text;

import java.util.ArrayList;
import java.util.List;
import org.parley.ingest.text.Roles.Role;

/// Turns a text as a scraper left it into an article's clean text. A pure function; thread-safe,
/// and linear in the text's length.
///
/// It looks for what distinguishes an article from the page around it: sentences stand densely, the
/// page's own phrases are known ([Chrome]), and teasers stand twice or break off. What is neither a
/// sentence nor known is kept between sentences (a subheading, a list) and left out around them. A
/// text without any sentence is kept as it is, less its chrome.
public final class TextCleaner {
  /// So few lines above the body are the article's own, where they say something.
  private static final int FEW = 2;

  private final Chrome chrome = Chrome.standard();

  /// Cleans a text of which nothing else is known.
  public CleanText clean(String raw) {
    return clean(raw, Stated.NOTHING);
  }

  /// Cleans a text; what is `stated` of it is not looked for there.
  public CleanText clean(String raw, Stated stated) {
    return clean(Paragraphs.of(raw), stated);
  }

  /// Cleans a text that is in passages already.
  public CleanText clean(List<Passage> passages, Stated stated) {
    return clean(passages, stated, Body.LOOSE);
  }

  /// Cleans passages most of which are known to be an article's: what is no sentence is left out
  /// around them with less readiness.
  public CleanText cleanMain(List<Passage> passages, Stated stated) {
    return clean(passages, stated, Body.MAIN);
  }

  private CleanText clean(List<Passage> passages, Stated stated, int label) {
    Roles roles = new Roles(passages, chrome);
    Body body = Body.of(passages, roles, label);
    Head head = new Head(passages, roles, body, stated.title());
    Assembly assembly = new Assembly(head.title() >= 0 ? null : stated.title());
    if (head.title() >= 0) {
      assembly.title(passages.get(head.title()));
    }
    for (Passage passage : kept(passages, roles, body, head.title())) {
      assembly.add(passage.cut(0, chrome.endWithoutTail(passage.text())));
    }
    return assembly.build(
        stated.author() == null ? head.author() : stated.author(),
        stated.publishedAt() == null ? head.publishedAt() : stated.publishedAt());
  }

  private static List<Passage> kept(List<Passage> passages, Roles roles, Body body, int title) {
    boolean none = body.start() == body.end();
    int to = none ? passages.size() : body.end();
    List<Passage> kept = new ArrayList<>();
    for (int i = none ? 0 : first(passages, roles, body, title); i < to; i++) {
      boolean above = !none && i < body.start();
      if (i != title && isKept(roles, i) && (!above || isDeck(passages, roles, i))) {
        kept.add(passages.get(i));
      }
    }
    return kept;
  }

  /// After the title; without one over the body, at the body, or at the heading of its first part.
  private static int first(List<Passage> passages, Roles roles, Body body, int title) {
    if (title >= 0 && title < body.start()) {
      return title + 1;
    }
    if (title < 0 && body.start() <= FEW) {
      return 0;
    }
    int above = body.start() - 1;
    return above >= 0 && passages.get(above).heading() && roles.is(above, Role.SHORT)
        ? above
        : body.start();
  }

  private static boolean isKept(Roles roles, int i) {
    return roles.is(i, Role.PROSE) || roles.is(i, Role.SHORT) || roles.is(i, Role.SITE);
  }

  /// A line between title and body is a deck when it says something.
  private static boolean isDeck(List<Passage> passages, Roles roles, int i) {
    return roles.words(i) >= 5 || passages.get(i).heading();
  }
}
