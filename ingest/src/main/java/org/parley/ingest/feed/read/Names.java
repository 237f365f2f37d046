package org.parley.ingest.feed.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// The vocabularies that feeds are written in, however a feed writes their addresses.
final class Names {
  static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
  static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  static final Namespace DCTERMS = Namespace.getNamespace("dcterms", "http://purl.org/dc/terms/");
  static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  static final Namespace SYNDICATION =
      Namespace.getNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/");
  static final Namespace RDF =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  static final Namespace ITUNES =
      Namespace.getNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
  static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
  static final Namespace FEEDBURNER =
      Namespace.getNamespace("feedburner", "http://rssnamespace.org/feedburner/ext/1.0");
  static final Namespace PRISM =
      Namespace.getNamespace("prism", "http://prismstandard.org/namespaces/basic/2.0/");
  static final Namespace XHTML = Namespace.getNamespace("xhtml", "http://www.w3.org/1999/xhtml");

  private static final Map<String, Namespace> BY_ADDRESS = new HashMap<>();
  private static final Map<String, Namespace> BY_PREFIX = new HashMap<>();

  static {
    for (Namespace known :
        List.of(
            ATOM,
            DC,
            DCTERMS,
            CONTENT,
            SYNDICATION,
            RDF,
            ITUNES,
            MEDIA,
            FEEDBURNER,
            PRISM,
            XHTML)) {
      BY_ADDRESS.put(folded(known.getURI()), known);
      BY_PREFIX.put(known.getPrefix(), known);
    }
    BY_PREFIX.put("a10", ATOM);
    BY_PREFIX.put("dct", DCTERMS);
    BY_ADDRESS.put("purl.org/atom/ns", ATOM);
    BY_ADDRESS.put("purl.org/dc/elements/1.0", DC);
    BY_ADDRESS.put("prismstandard.org/namespaces/1.2/basic", PRISM);
    BY_ADDRESS.put("prismstandard.org/namespaces/basic/1.2", PRISM);
    for (String rss :
        List.of(
            "purl.org/rss/1.0",
            "purl.org/net/rss1.1",
            "my.netscape.com/rdf/simple/0.9",
            "channel.netscape.com/rdf/simple/0.9",
            "backend.userland.com/rss2")) {
      BY_ADDRESS.put(rss, Namespace.NO_NAMESPACE);
    }
  }

  private Names() {}

  /// The address that goes with a prefix which a feed forgot to declare.
  static String usualNamespace(String prefix) {
    Namespace usual = BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
    return usual == null ? "urn:undeclared:" + prefix : usual.getURI();
  }

  /// The vocabulary of an element: of one without a prefix that is none of these, the feed's own.
  static Namespace of(Element element) {
    Namespace namespace = element.getNamespace();
    Namespace known = BY_ADDRESS.get(folded(namespace.getURI()));
    if (known != null) {
      return known;
    }
    Namespace usual = BY_PREFIX.get(namespace.getPrefix().toLowerCase(Locale.ROOT));
    return usual != null
        ? usual
        : namespace.getPrefix().isEmpty() ? Namespace.NO_NAMESPACE : namespace;
  }

  static @Nullable String xmlAttribute(Element element, String name) {
    return element.getAttributeValue(name, Namespace.XML_NAMESPACE);
  }

  private static String folded(String address) {
    return address
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(?:www\\.)?", "")
        .replaceFirst("[/#]+$", "");
  }
}
