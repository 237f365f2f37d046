package org.parley.ingest.page;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;

/// The parts of a page that its author named as something that stands around articles, but for
/// those that hold so much of its text that the name must mean something else.
final class Frames {
  private static final double MOST = 0.4;

  private final Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());

  private Frames() {}

  static Frames none() {
    return new Frames();
  }

  static Frames of(Element body) {
    Frames frames = new Frames();
    frames.collect(body, Math.max(1, body.text().length()));
    return frames;
  }

  boolean contains(Element element) {
    return elements.contains(element);
  }

  private void collect(Element parent, double all) {
    for (Element child : parent.children()) {
      if (Markup.isFrame(child) && child.text().length() < all * MOST) {
        elements.add(child);
      } else {
        collect(child, all);
      }
    }
  }
}
