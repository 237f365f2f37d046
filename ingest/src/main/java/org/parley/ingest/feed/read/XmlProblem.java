package org.parley.ingest.feed.read;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.input.JDOMParseException;
import org.jspecify.annotations.Nullable;

/// Says in plain words what an XML parser says in its own.
final class XmlProblem {
  private record Wording(Pattern parser, String plain) {
    Wording(String parser, String plain) {
      this(Pattern.compile(parser), plain);
    }
  }

  private static final List<Wording> WORDINGS =
      List.of(
          new Wording("element type \"([^\"]+)\" must be terminated", "the tag '%s' is not closed"),
          new Wording(
              "markup in the document .*must be well-formed", "text or a tag after the last tag"),
          new Wording("must start and end within the same entity", "the feed breaks off"),
          new Wording("Premature end of file", "the feed breaks off"),
          new Wording("prefix \"([^\"]+)\" for", "the prefix '%s' is not declared"),
          new Wording("Content is not allowed in prolog", "text stands before the first tag"));

  private static final int LONGEST = 200;

  private XmlProblem() {}

  static String of(JDOMParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return "line "
        + Math.max(1, e.getLineNumber())
        + ": "
        + plain(String.valueOf(cause.getMessage()));
  }

  private static String plain(String message) {
    for (Wording wording : WORDINGS) {
      Matcher matcher = wording.parser.matcher(message);
      if (matcher.find()) {
        return matcher.groupCount() == 0
            ? wording.plain
            : String.format(Locale.ROOT, wording.plain, matcher.group(1));
      }
    }
    return line(message);
  }

  /// A message of whatever length and form as part of one line.
  static String line(@Nullable String message) {
    String line = String.valueOf(message).strip().replaceAll("\\s+", " ");
    String brief = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    return brief.endsWith(".") ? brief.substring(0, brief.length() - 1) : brief;
  }
}
