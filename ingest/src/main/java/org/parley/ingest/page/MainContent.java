package org.parley.ingest.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.Chrome;
import org.parley.ingest.text.Prose;

/// Finds the element that holds a page's article: the subtree with the greatest sum, where
/// sentences count for as many words as they have, up to a limit, and links, labels and a site's
/// own phrases count against it. It is what the maximal run of sentences is in a text, for a tree.
final class MainContent {
  private static final int MOST_WORDS = 40;
  private static final int SHORT = -1;
  private static final int LABEL = -4;
  private static final int SITE = -5;
  private static final int CHROME = -10;

  private MainContent() {}

  /// The deepest of the best elements; `null` when nothing speaks for any.
  static @Nullable Element of(List<PlacedPassage> passages) {
    Map<Element, Integer> sums = new IdentityHashMap<>();
    for (PlacedPassage passage : passages) {
      int weight = weight(passage);
      for (Element e = passage.block(); e != null; e = e.parent()) {
        sums.merge(e, weight, Integer::sum);
      }
    }
    Element best = null;
    int most = 0;
    for (PlacedPassage passage : passages) {
      for (Element e = passage.block(); e != null; e = e.parent()) {
        int sum = sums.getOrDefault(e, 0);
        if (sum > most) {
          most = sum;
          best = e;
        }
      }
    }
    return best;
  }

  private static int weight(PlacedPassage placed) {
    String text = placed.passage().text();
    Chrome.Kind kind = Chrome.standard().kind(text);
    if (kind != null) {
      return kind == Chrome.Kind.SITE ? SITE : CHROME;
    }
    if (placed.linked()) {
      return LABEL;
    }
    return Prose.isProse(text) ? Math.min(Prose.words(text, 0, text.length()), MOST_WORDS) : SHORT;
  }
}
