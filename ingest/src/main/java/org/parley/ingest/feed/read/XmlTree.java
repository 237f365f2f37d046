package org.parley.ingest.feed.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.parley.ingest.feed.read.XmlMender.Mended;

/// A feed's tree of elements, or why there is none.
sealed interface XmlTree {
  /// Deeper ones are refused: a feed has about ten levels.
  int MAX_DEPTH = 100;

  record Parsed(Document document) implements XmlTree {}

  /// @param reason one line for an operator
  record Broken(String reason) implements XmlTree {}

  /// Parses mended XML. It has no DOCTYPE any more, so nothing can be included or expand; the
  /// parser refuses one all the same.
  static XmlTree of(Mended mended) {
    if (mended.depth() > MAX_DEPTH) {
      return new Broken("is nested " + mended.depth() + " levels deep; " + MAX_DEPTH + " are read");
    }
    try {
      return new Parsed(builder().build(new StringReader(mended.xml())));
    } catch (JDOMParseException e) {
      return new Broken(XmlProblem.of(e));
    } catch (JDOMException | IllegalArgumentException e) {
      return new Broken("is not XML: " + XmlProblem.line(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private static SAXBuilder builder() {
    SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    // The JDK counts a document's own text as an entity's and stops after 100,000 characters of it.
    // There is no entity but that one, and its length is bounded.
    builder.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    builder.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return builder;
  }
}
