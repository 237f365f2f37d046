package org.parley.ingest.feed.read;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.feed.read.RomeInput.Facts;

/// Brings RSS of any version, RSS 1.0's RDF included, into the form of RSS 2.0 that [RomeInput] is.
final class RssForm {
  private final Element root;
  private final Namespace own;
  private final Element head;
  private final Children headChildren;
  private final @Nullable String site;
  private final URI base;

  RssForm(Element root, URI feed) {
    this.root = root;
    own = root.getName().equalsIgnoreCase("rdf") ? Namespace.NO_NAMESPACE : root.getNamespace();
    Element channel = new Children(root, own).first(List.of("channel"));
    head = channel == null ? root : channel;
    headChildren = new Children(head, own);
    site = link(head, headChildren, feed);
    // Relative links of an item are meant relative to the site, as far as anybody can tell.
    base = Links.uri(site, feed);
  }

  RomeInput input() {
    Element channel = new Element("channel");
    put(channel, "title", headChildren.first(Fields.TITLE));
    put(channel, "link", site);
    put(channel, "description", headChildren.first(Fields.SUMMARY));
    put(channel, "managingEditor", Fields.author(headChildren));
    List<Element> items = items();
    List<Facts> facts = new ArrayList<>();
    for (Element item : items.subList(0, Math.min(items.size(), FeedReader.MAX_ENTRIES))) {
      Children children = new Children(item, own);
      facts.add(facts(item, children));
      channel.addContent(item(item, children));
    }
    Element rss = new Element("rss").setAttribute("version", "2.0").addContent(channel);
    return new RomeInput(
        new Document(rss),
        facts(head, headChildren),
        HintsReader.of(head),
        facts,
        items.size() - facts.size());
  }

  /// In the channel, beside it as in RSS 1.0, or in both.
  private List<Element> items() {
    List<Element> items = new ArrayList<>();
    for (Element parent : head == root ? List.of(root) : List.of(head, root)) {
      for (Element child : parent.getChildren()) {
        if (Children.name(child, own).equals("item")) {
          items.add(child);
        }
      }
    }
    return items;
  }

  private Element item(Element item, Children children) {
    Element plain = new Element("item");
    put(plain, "title", children.first(Fields.TITLE));
    put(plain, "link", link(item, children, base));
    put(plain, "author", Fields.author(children));
    put(plain, "description", children.first(Fields.SUMMARY));
    Element content = children.first(Fields.CONTENT);
    if (content != null) {
      plain.addContent(new Element("encoded", Names.CONTENT).setText(html(content)));
    }
    return plain;
  }

  private static Facts facts(Element element, Children children) {
    Element guid = children.first(List.of("guid", "atom:id"));
    String about = element.getAttributeValue("about", Names.RDF);
    String id = guid == null && about != null ? about.strip() : Fields.trimmed(guid);
    boolean isLink = guid != null && guid.getName().equalsIgnoreCase("guid") && isPermaLink(guid);
    return new Facts(
        Fields.orNull(id),
        isLink && Links.isWeb(id),
        Fields.published(children),
        Fields.updated(children),
        Fields.language(element, children));
  }

  private static boolean isPermaLink(Element guid) {
    return guid.getAttributes().stream()
        .filter(a -> a.getName().equalsIgnoreCase("isPermaLink"))
        .noneMatch(a -> a.getValue().strip().toLowerCase(Locale.ROOT).equals("false"));
  }

  /// FeedBurner's original link, else the last that is written as such, else Atom's, else a GUID or
  /// RDF address that is a link.
  private static @Nullable String link(Element element, Children children, URI base) {
    List<String> written = new ArrayList<>();
    for (Element link : children.all("link")) {
      String rel = link.getAttributeValue("rel", "alternate");
      if (rel.equals("alternate")) {
        String text = Fields.trimmed(link);
        written.addFirst(text.isEmpty() ? link.getAttributeValue("href", "") : text);
      }
    }
    children.all("feedburner:origlink").forEach(link -> written.addFirst(link.getTextTrim()));
    written.add(AtomForm.alternate(children.all("atom:link")));
    children.all("guid").stream()
        .filter(guid -> isPermaLink(guid) && Links.isWeb(guid.getTextTrim()))
        .forEach(guid -> written.add(guid.getTextTrim()));
    String about = element.getAttributeValue("about", Names.RDF);
    written.add(about == null || !element.getName().equals("item") ? "" : about);
    for (String link : written) {
      String page = Links.page(link, element, base);
      if (page != null) {
        return page;
      }
    }
    return null;
  }

  private static String html(Element element) {
    return Names.of(element).equals(Names.ATOM)
        ? InnerMarkup.ofAtom(element)
        : InnerMarkup.of(element);
  }

  private static void put(Element parent, String name, @Nullable Element value) {
    put(parent, name, value == null ? null : html(value));
  }

  private static void put(Element parent, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parent.addContent(new Element(name).setText(value));
    }
  }
}
