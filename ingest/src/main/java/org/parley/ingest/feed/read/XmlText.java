package org.parley.ingest.feed.read;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Character data between tags and in attributes, made such as XML allows.
final class XmlText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  private static final Set<String> OF_XML = Set.of("&amp;", "&lt;", "&gt;", "&quot;", "&apos;");

  private XmlText() {}

  static void mend(String text, int from, int to, StringBuilder out) {
    Matcher reference = REFERENCE.matcher(text).region(from, to);
    int at = from;
    for (int amp = text.indexOf('&', at, to); amp >= 0; amp = text.indexOf('&', at, to)) {
      plain(text, at, amp, out);
      if (reference.region(amp, to).lookingAt()) {
        reference(reference.group(), out);
        at = reference.end();
      } else {
        out.append("&amp;");
        at = amp + 1;
      }
    }
    plain(text, at, to, out);
  }

  static void mendAttribute(String value, StringBuilder out) {
    StringBuilder mended = new StringBuilder(value.length());
    mend(value, 0, value.length(), mended);
    out.append(mended.toString().replace("<", "&lt;").replace("\"", "&quot;"));
  }

  /// Without the characters that XML has none of.
  static void legal(String text, int from, int to, StringBuilder out) {
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isLegal(c)) {
        out.appendCodePoint(c);
      }
    }
  }

  private static void plain(String text, int from, int to, StringBuilder out) {
    int start = out.length();
    legal(text, from, to, out);
    for (int i = out.indexOf("]]>", start); i >= 0; i = out.indexOf("]]>", i)) {
      out.replace(i + 2, i + 3, "&gt;");
    }
  }

  /// One of XML's stays; one of HTML's becomes its characters; another one is text.
  private static void reference(String reference, StringBuilder out) {
    if (OF_XML.contains(reference)) {
      out.append(reference);
      return;
    }
    String characters = Parser.unescapeEntities(reference, true);
    if (characters.equals("\uFFFD")) {
      // It refers to no character.
      return;
    }
    if (characters.equals(reference)) {
      out.append("&amp;").append(reference, 1, reference.length());
      return;
    }
    switch (characters) {
      case "&" -> out.append("&amp;");
      case "<" -> out.append("&lt;");
      case ">" -> out.append("&gt;");
      case "\"" -> out.append("&quot;");
      default -> legal(characters, 0, characters.length(), out);
    }
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
