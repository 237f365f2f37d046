package org.parley.ingest.feed.read;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.feed.read.RomeInput.Facts;

/// Brings Atom 0.3 and 1.0 into the form of Atom 1.0 that [RomeInput] is.
final class AtomForm {
  private final Element root;
  private final URI feed;
  private final @Nullable String author;

  AtomForm(Element root, URI feed) {
    this.root = root;
    this.feed = feed;
    author = Fields.author(new Children(root, Names.ATOM));
  }

  RomeInput input() {
    Children children = new Children(root, Names.ATOM);
    List<Element> entries = children.all("entry");
    Element plain = plain("feed", root, children);
    List<Facts> facts = new ArrayList<>();
    for (Element entry : entries.subList(0, Math.min(entries.size(), FeedReader.MAX_ENTRIES))) {
      Children fields = new Children(entry, Names.ATOM);
      facts.add(facts(entry, fields));
      plain.addContent(plain("entry", entry, fields));
    }
    return new RomeInput(
        new Document(plain),
        facts(root, children),
        HintsReader.of(root),
        facts,
        entries.size() - facts.size());
  }

  private Element plain(String name, Element element, Children children) {
    boolean isFeed = name.equals("feed");
    Element plain = element(name);
    put(plain, "title", children.first(Fields.TITLE));
    put(plain, isFeed ? "subtitle" : "summary", children.first(Fields.SUMMARY));
    put(plain, "content", isFeed ? null : children.first(Fields.CONTENT));
    String link = Links.page(alternate(children.all("link")), element, feed);
    if (link != null) {
      plain.addContent(element("link").setAttribute("rel", "alternate").setAttribute("href", link));
    }
    String own = Fields.author(children);
    // An entry without an author is by the feed's (RFC 4287, 4.1.2).
    String by = own == null ? author : own;
    if (by != null) {
      plain.addContent(element("author").addContent(element("name").setText(by)));
    }
    return plain;
  }

  private Facts facts(Element element, Children children) {
    Element id = children.first(List.of("id"));
    Instant published = Fields.published(children);
    Instant updated = Fields.updated(children);
    return new Facts(
        Fields.orNull(id == null ? "" : id(id)),
        false,
        published == null ? updated : published,
        updated,
        Fields.language(element, children));
  }

  /// As written; where it says what it is relative to, absolute.
  private String id(Element element) {
    String id = element.getTextTrim();
    URI base = Links.base(element, feed);
    String absolute = base.equals(feed) || id.isEmpty() ? null : Links.resolve(base, id);
    return absolute == null ? id : absolute;
  }

  /// Where the first of these links leads that is to the page itself, a page of HTML before others;
  /// empty when none does.
  static String alternate(List<Element> links) {
    String other = "";
    for (Element link : links) {
      String href = link.getAttributeValue("href", link.getTextTrim());
      String rel = link.getAttributeValue("rel", "alternate").strip();
      if ((rel.isEmpty() || rel.equals("alternate")) && !href.isBlank()) {
        String type = link.getAttributeValue("type", "text/html");
        if (type.contains("html")) {
          return href;
        }
        other = other.isEmpty() ? href : other;
      }
    }
    return other;
  }

  private static void put(Element parent, String name, @Nullable Element value) {
    String html = value == null ? "" : InnerMarkup.ofAtom(value);
    if (!html.isBlank()) {
      parent.addContent(element(name).setAttribute("type", "html").setText(html));
    }
  }

  private static Element element(String name) {
    return new Element(name, Names.ATOM);
  }
}
