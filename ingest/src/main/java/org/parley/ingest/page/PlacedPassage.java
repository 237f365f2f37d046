package org.parley.ingest.page;

import org.jsoup.nodes.Element;
import org.parley.ingest.text.Passage;
import org.parley.ingest.text.Prose;

/// A passage and where it stands in the page.
///
/// @param block the innermost block element around it
/// @param linked whether most of it is the text of links
record PlacedPassage(Passage passage, Element block, boolean linked) {
  /// Whether it leads elsewhere rather than says something.
  boolean isLabel() {
    return linked && !passage.heading() && !Prose.isProse(passage.text());
  }
}
