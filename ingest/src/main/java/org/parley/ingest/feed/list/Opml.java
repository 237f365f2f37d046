package org.parley.ingest.feed.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.feed.list.FeedList.Collector;

/// Lists of feeds in OPML, as feed readers exchange them: an `outline` with an `xmlUrl` is a feed,
/// one without is a heading over those in it. Read leniently: names in any case, tags not closed.
/// No DTD is looked at.
public final class Opml {
  private Opml() {}

  static void read(String text, Collector collector) {
    Document document = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
    boolean any = false;
    for (Element outline : document.getAllElements()) {
      if (outline.normalName().equals("outline")) {
        any = true;
        outline(outline, collector);
      }
    }
    if (!any) {
      collector.problem(1, "neither OPML nor a list of URLs; an OPML file has <outline> elements");
    }
  }

  private static void outline(Element outline, Collector collector) {
    Map<String, String> attributes = attributes(outline);
    String url = attributes.getOrDefault("xmlurl", attributes.getOrDefault("url", ""));
    String type = attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
    int line = Math.max(1, outline.sourceRange().start().lineNumber());
    if (!url.isEmpty() && !type.equals("link")) {
      collector.feed(url, title(attributes), groups(outline), line);
    } else if (type.matches("rss|atom") || url.isEmpty() && outline.childrenSize() == 0) {
      String title = title(attributes);
      collector.problem(
          line,
          "the outline "
              + (title == null ? "" : "'" + title + "' ")
              + "has no xmlUrl; add the feed's address, or remove it");
    }
  }

  private static List<String> groups(Element outline) {
    Deque<String> groups = new ArrayDeque<>();
    for (Element e = outline.parent(); e != null; e = e.parent()) {
      String title = e.normalName().equals("outline") ? title(attributes(e)) : null;
      if (title != null) {
        groups.push(title);
      }
    }
    return List.copyOf(groups);
  }

  private static @Nullable String title(Map<String, String> attributes) {
    for (String name : List.of("title", "text")) {
      String title = attributes.getOrDefault(name, "").strip();
      if (!title.isEmpty()) {
        return title;
      }
    }
    return null;
  }

  private static Map<String, String> attributes(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    for (Attribute attribute : element.attributes()) {
      attributes.put(attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue().strip());
    }
    return attributes;
  }

  /// Writes a list under its headings; a heading's feeds stand together, where its first one stood.
  ///
  /// @param title of the list
  public static String write(String title, List<ListedFeed> feeds) {
    StringBuilder out = new StringBuilder();
    out.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>");
    out.append(escaped(title)).append("</title>\n  </head>\n  <body>\n");
    write(out, feeds, 0);
    return out.append("  </body>\n</opml>\n").toString();
  }

  private static void write(StringBuilder out, List<ListedFeed> feeds, int level) {
    List<String> written = new ArrayList<>();
    String indent = "  ".repeat(level + 2);
    for (ListedFeed feed : feeds) {
      if (feed.groups().size() == level) {
        out.append(indent).append("<outline type=\"rss\"");
        attribute(out, "text", feed.title() == null ? feed.url() : feed.title());
        attribute(out, "xmlUrl", feed.url());
        out.append("/>\n");
      } else if (!written.contains(feed.groups().get(level))) {
        String group = feed.groups().get(level);
        written.add(group);
        out.append(indent).append("<outline");
        attribute(out, "text", group);
        out.append(">\n");
        write(out, under(feeds, level, group), level + 1);
        out.append(indent).append("</outline>\n");
      }
    }
  }

  private static List<ListedFeed> under(List<ListedFeed> feeds, int level, String group) {
    return feeds.stream()
        .filter(feed -> feed.groups().size() > level && feed.groups().get(level).equals(group))
        .toList();
  }

  private static void attribute(StringBuilder out, String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String escaped(String text) {
    String legal = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    return Entities.escape(
            legal, new Document.OutputSettings().syntax(Document.OutputSettings.Syntax.xml))
        .replace("\"", "&quot;");
  }
}
