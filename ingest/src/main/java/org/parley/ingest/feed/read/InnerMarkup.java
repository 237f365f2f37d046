package org.parley.ingest.feed.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// The HTML that an element of a feed holds, in whichever way it holds it: as text, as elements, or
/// in Base64.
final class InnerMarkup {
  private static final Pattern HTML =
      Pattern.compile(
          "</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\\s[^<>]*)?/?>|&(?:#\\d+|#x[0-9a-fA-F]+|[a-z]{2,8});");

  private InnerMarkup() {}

  /// Of an element of RSS: its text is HTML.
  static String of(Element element) {
    Element holder = unwrapped(element);
    return holder.getChildren().isEmpty() ? holder.getText() : serialised(holder);
  }

  /// Of a text construct of Atom, as its `type` and Atom 0.3's `mode` have it.
  static String ofAtom(Element element) {
    String type = attribute(element, "type").toLowerCase(Locale.ROOT);
    String mode = attribute(element, "mode");
    Element holder = unwrapped(element);
    if (!holder.getChildren().isEmpty()) {
      return serialised(holder);
    }
    String text = holder.getText();
    if (type.endsWith("xml") || type.equals("xhtml")) {
      return Entities.escape(text).strip();
    }
    if (isBinary(type, mode)) {
      return decoded(text);
    }
    boolean plain = type.isEmpty() || type.equals("text") || type.equals("text/plain");
    // Many feeds call HTML text.
    return plain && !HTML.matcher(text).find() ? Entities.escape(text) : text;
  }

  private static boolean isBinary(String type, String mode) {
    boolean text = type.startsWith("text/") || type.endsWith("json");
    return mode.equals("base64") || type.equals("base64") || type.contains("/") && !text;
  }

  private static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // It only says that it is Base64, or it is no text.
      return base64;
    }
  }

  /// Without declarations of namespaces, which HTML has none of.
  private static String serialised(Element element) {
    strip(element);
    return new XMLOutputter(Format.getRawFormat()).outputString(element.getContent()).strip();
  }

  /// The lone `div` that Atom demands around XHTML, else the element itself.
  private static Element unwrapped(Element element) {
    boolean isWrapped =
        element.getChildren().size() == 1
            && element.getTextTrim().isEmpty()
            && element.getChildren().getFirst().getName().equals("div");
    return isWrapped ? unwrapped(element.getChildren().getFirst()) : element;
  }

  private static void strip(Element element) {
    for (Content content : element.getContent()) {
      if (content instanceof Element child) {
        child.setNamespace(Namespace.NO_NAMESPACE);
        for (Namespace declared : child.getAdditionalNamespaces().toArray(new Namespace[0])) {
          child.removeNamespaceDeclaration(declared);
        }
        child.getAttributes().removeIf(InnerMarkup::isForeign);
        strip(child);
      }
    }
  }

  private static boolean isForeign(Attribute attribute) {
    return !attribute.getNamespace().equals(Namespace.NO_NAMESPACE);
  }

  private static String attribute(Element element, String name) {
    @Nullable String value = element.getAttributeValue(name);
    return value == null ? "" : value.strip();
  }
}
