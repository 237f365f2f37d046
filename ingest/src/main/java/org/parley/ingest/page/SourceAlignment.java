package org.parley.ingest.page;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.parley.ingest.text.PassageBuilder;

/// Finds where each code unit of a text node stands in the HTML: where entities and line ends are
/// written differently there, nowhere.
final class SourceAlignment {
  private static final int LONGEST_ENTITY = 34;

  private static final int MOST_ENTITIES = 1000;

  private final String html;
  private final Map<String, String> entities = new HashMap<>();

  SourceAlignment(String html) {
    this.html = html;
  }

  /// Adds the node's text to `builder`, with its places.
  void add(TextNode node, PassageBuilder builder) {
    String text = node.getWholeText();
    Range range = node.sourceRange();
    int at = range.isTracked() ? range.startPos() : html.length();
    int end = range.isTracked() ? Math.min(range.endPos(), html.length()) : at;
    int i = 0;
    while (i < text.length()) {
      if (at < end && html.charAt(at) == text.charAt(i) && !isEntity(at, end)) {
        builder.add(text.charAt(i++), at++);
      } else if (at < end && html.charAt(at) == '&') {
        int after = entityEnd(at, end);
        int units = decoded(html.substring(at, after)).length();
        for (int k = 0; k < Math.max(1, units) && i < text.length(); k++) {
          builder.add(text.charAt(i++), PassageBuilder.NOWHERE);
        }
        at = after;
      } else if (at < end && html.charAt(at) == '\r') {
        at++;
      } else {
        // The two no longer run side by side; the rest is text without a place.
        at = end;
        builder.add(text.charAt(i++), PassageBuilder.NOWHERE);
      }
    }
  }

  private boolean isEntity(int at, int end) {
    if (html.charAt(at) != '&' || at + 1 == end) {
      return false;
    }
    char next = html.charAt(at + 1);
    if (next != '#' && !Character.isLetter(next)) {
      return false;
    }
    String written = html.substring(at, entityEnd(at, end));
    return !decoded(written).equals(written);
  }

  /// Kept, since a page writes few different ones often.
  private String decoded(String entity) {
    if (entities.size() > MOST_ENTITIES) {
      entities.clear();
    }
    return entities.computeIfAbsent(entity, e -> Parser.unescapeEntities(e, false));
  }

  private int entityEnd(int at, int end) {
    int limit = Math.min(end, at + LONGEST_ENTITY);
    for (int i = at + 1; i < limit; i++) {
      char c = html.charAt(i);
      if (c == ';') {
        return i + 1;
      }
      if (!Character.isLetterOrDigit(c) && c != '#') {
        return i;
      }
    }
    return limit;
  }
}
