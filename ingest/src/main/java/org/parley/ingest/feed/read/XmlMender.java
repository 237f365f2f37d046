package org.parley.ingest.feed.read;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes well-formed XML of what feeds nearly have. It takes away what a feed has no use for and a
/// parser may be harmed by (the DOCTYPE, with it every entity of its own; comments; processing
/// instructions), undoes HTML's entities, escapes bare ampersands and angle brackets, drops
/// characters that XML has none of, quotes attributes, declares prefixes that are not declared, and
/// leaves off what stands before and after the root. Lines stay where they were.
///
/// Tags that are not closed stay so: that is for a lenient reader.
final class XmlMender {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}_:.\\-\\u00B7]*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "([\\p{L}_:][\\p{L}\\p{N}_:.-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  private final String text;
  private final StringBuilder out;
  private final Set<String> used = new TreeSet<>();
  private final Set<String> declared = new HashSet<>();
  private int at;
  private int depth;
  private int deepest;
  private int rootNameEnd = -1;

  private XmlMender(String text) {
    this.text = text;
    out = new StringBuilder(text.length() + 64);
  }

  /// @param xml empty when there is no element
  /// @param depth of the deepest element; the root's is 1
  record Mended(String xml, int depth) {}

  static Mended mend(String text) {
    XmlMender mender = new XmlMender(text);
    mender.run();
    return new Mended(mender.out.toString(), mender.deepest);
  }

  private void run() {
    while (at < text.length() && (rootNameEnd < 0 || depth > 0)) {
      int tag = text.indexOf('<', at);
      int end = tag < 0 ? text.length() : tag;
      if (rootNameEnd < 0) {
        newlines(at, end);
      } else {
        XmlText.mend(text, at, end, out);
      }
      at = end;
      if (tag >= 0) {
        markup();
      }
    }
    declarePrefixes();
  }

  private void markup() {
    if (text.startsWith("<!--", at)) {
      skip("-->");
    } else if (text.startsWith("<![CDATA[", at)) {
      cdata();
    } else if (text.startsWith("<?", at)) {
      skip("?>");
    } else if (text.startsWith("<!", at)) {
      declaration();
    } else if (at + 1 < text.length() && isTagStart(text.charAt(at + 1))) {
      tag();
    } else {
      out.append(rootNameEnd < 0 ? "" : "&lt;");
      at++;
    }
  }

  private static boolean isTagStart(char c) {
    return c == '/' || c == '_' || c == ':' || Character.isLetter(c);
  }

  /// Past `end`, or past the next `>` when that never comes.
  private void skip(String end) {
    int to = text.indexOf(end, at);
    to = to < 0 ? text.indexOf('>', at) : to + end.length() - 1;
    to = to < 0 ? text.length() : to + 1;
    newlines(at, to);
    at = to;
  }

  private void cdata() {
    int end = text.indexOf("]]>", at);
    int to = end < 0 ? text.length() : end + 3;
    if (rootNameEnd < 0) {
      newlines(at, to);
    } else {
      XmlText.legal(text, at, to, out);
    }
    at = to;
  }

  /// A DOCTYPE, with its declarations between brackets.
  private void declaration() {
    int brackets = 0;
    char quote = 0;
    int i = at + 2;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == ']') {
        brackets += c == '[' ? 1 : -1;
      } else if (c == '>' && brackets <= 0) {
        break;
      }
    }
    int end = Math.min(text.length(), i + 1);
    newlines(at, end);
    at = end;
  }

  private void tag() {
    int end = tagEnd();
    boolean closing = text.charAt(at + 1) == '/';
    Matcher name = NAME.matcher(text).region(at + (closing ? 2 : 1), end);
    if (!name.lookingAt()) {
      out.append(rootNameEnd < 0 ? "" : "&lt;");
      at++;
      return;
    }
    out.append(closing ? "</" : "<").append(name.group());
    if (closing) {
      depth--;
    } else {
      open(name, end);
    }
    out.append('>');
    newlines(at, end);
    at = end + 1;
  }

  private void open(Matcher name, int end) {
    use(name.group());
    if (rootNameEnd < 0) {
      rootNameEnd = out.length();
    }
    attributes(name.end(), end);
    deepest = Math.max(deepest, depth + 1);
    if (text.charAt(end - 1) == '/') {
      out.append('/');
    } else {
      depth++;
    }
  }

  private int tagEnd() {
    char quote = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && isAfterEquals(i)) {
        quote = c;
      }
    }
    int end = text.indexOf('>', at);
    return end < 0 ? text.length() : end;
  }

  private boolean isAfterEquals(int quote) {
    int i = quote - 1;
    while (i > at && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return text.charAt(i) == '=';
  }

  private void attributes(int from, int end) {
    Set<String> names = new HashSet<>();
    Matcher attribute = ATTRIBUTE.matcher(text).region(from, end);
    while (attribute.find()) {
      String name = attribute.group(1);
      if (names.add(name)) {
        out.append(' ').append(name).append("=\"");
        attribute(name, attribute);
        out.append('"');
      }
    }
  }

  private void attribute(String name, Matcher attribute) {
    int group = attribute.start(2) >= 0 ? 2 : attribute.start(3) >= 0 ? 3 : 4;
    String value = attribute.group(group);
    if (name.startsWith("xmlns")) {
      declared.add(name.startsWith("xmlns:") ? name.substring(6) : "");
      value = value.strip();
    } else {
      use(name);
    }
    XmlText.mendAttribute(value, out);
  }

  private void use(String name) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      used.add(name.substring(0, colon));
    }
  }

  private void declarePrefixes() {
    used.removeAll(declared);
    used.remove("xml");
    StringBuilder declarations = new StringBuilder();
    for (String prefix : used) {
      declarations.append(" xmlns:").append(prefix).append("=\"");
      declarations.append(Names.usualNamespace(prefix)).append('"');
    }
    if (rootNameEnd >= 0) {
      out.insert(rootNameEnd, declarations);
    }
  }

  private void newlines(int from, int to) {
    for (int i = from; i < Math.min(to, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        out.append('\n');
      }
    }
  }
}
