package org.parley.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.parley.ingest.text.Passage;
import org.parley.ingest.text.PassageBuilder;

/// Takes a page's text apart into passages, one for each stretch of text between the borders of
/// block elements. A table's row is one, unless its cells hold blocks of their own.
final class PagePassages {
  private static final double MOST_LINKS = 0.5;

  private final SourceAlignment alignment;
  private final List<PlacedPassage> passages = new ArrayList<>();
  private final PassageBuilder builder = new PassageBuilder();
  private Element block;
  private int chars;
  private int linked;
  private int links;
  private int headings;

  private PagePassages(String html, Element root) {
    block = root;
    alignment = new SourceAlignment(html);
  }

  /// @param html that `root` was parsed from
  /// @param frames the elements to pass over
  static List<PlacedPassage> of(String html, Element root, Frames frames) {
    PagePassages walk = new PagePassages(html, root);
    NodeTraversor.filter(walk.visiting(frames), root);
    walk.end();
    return walk.passages;
  }

  private NodeFilter visiting(Frames frames) {
    return new NodeFilter() {
      @Override
      public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
          text(text);
        } else if (node instanceof Element element) {
          if (frames.contains(element)) {
            end();
            return FilterResult.SKIP_ENTIRELY;
          }
          enter(element);
        }
        return FilterResult.CONTINUE;
      }

      @Override
      public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
          leave(element);
        }
        return FilterResult.CONTINUE;
      }
    };
  }

  private void text(TextNode node) {
    alignment.add(node, builder);
    int length = node.text().strip().length();
    chars += length;
    linked += links > 0 ? length : 0;
  }

  private void enter(Element element) {
    border(element);
    block = Markup.isBlock(element) ? element : block;
    links += element.normalName().equals("a") ? 1 : 0;
    headings += Markup.isHeading(element) ? 1 : 0;
  }

  private void leave(Element element) {
    border(element);
    block = block == element && element.parent() != null ? element.parent() : block;
    links -= element.normalName().equals("a") ? 1 : 0;
    headings -= Markup.isHeading(element) ? 1 : 0;
  }

  private void border(Element element) {
    if (Markup.isCell(element)) {
      builder.add(' ', PassageBuilder.NOWHERE);
    } else if (Markup.isBlock(element)) {
      end();
    }
  }

  private void end() {
    if (!builder.isEmpty()) {
      Passage passage = builder.build(headings > 0);
      if (!passage.text().isEmpty()) {
        passages.add(new PlacedPassage(passage, block, linked > chars * MOST_LINKS));
      }
    }
    chars = 0;
    linked = 0;
  }
}
