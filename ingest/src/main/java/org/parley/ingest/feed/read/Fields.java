package org.parley.ingest.feed.read;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Takes the values of an entry's or a feed's fields from wherever feeds put them. The lists name
/// the elements in the order in which they count.
final class Fields {
  static final List<String> TITLE =
      List.of("title", "dc:title", "atom:title", "itunes:title", "media:title");
  static final List<String> CONTENT =
      List.of("content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div", "fulltext");
  static final List<String> SUMMARY =
      List.of(
          "description",
          "summary",
          "atom:summary",
          "subtitle",
          "tagline",
          "dc:description",
          "itunes:summary",
          "media:description");
  private static final List<String> AUTHOR =
      List.of(
          "author",
          "dc:creator",
          "dc:author",
          "atom:author",
          "itunes:author",
          "managingeditor",
          "webmaster");
  private static final List<String> PUBLISHED =
      List.of(
          "pubdate",
          "published",
          "issued",
          "atom:published",
          "dcterms:issued",
          "dc:date",
          "dcterms:created",
          "dcterms:available",
          "created",
          "prism:publicationdate",
          "date");
  private static final List<String> UPDATED =
      List.of(
          "updated", "modified", "lastbuilddate", "atom:updated", "dcterms:modified", "dc:date");

  private Fields() {}

  static @Nullable Instant published(Children children) {
    return date(children, PUBLISHED);
  }

  static @Nullable Instant updated(Children children) {
    return date(children, UPDATED);
  }

  private static @Nullable Instant date(Children children, List<String> names) {
    return names.stream()
        .flatMap(name -> children.all(name).stream())
        .map(element -> FeedDates.parse(element.getText()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// The names of all authors.
  static @Nullable String author(Children children) {
    String names =
        children.anyOf(AUTHOR).stream()
            .map(Fields::name)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : names;
  }

  private static @Nullable String name(Element author) {
    for (Element child : author.getChildren()) {
      if (child.getName().equalsIgnoreCase("name")) {
        return PersonName.of(child.getText());
      }
    }
    boolean isAtom =
        author.getChildren().stream().anyMatch(c -> c.getName().matches("email|ur[il]"));
    return isAtom ? null : PersonName.of(InnerMarkup.of(author));
  }

  /// A language tag in its usual form, where the feed states one.
  static @Nullable String language(Element element, Children children) {
    Element stated = children.first(List.of("language", "dc:language"));
    String written = stated == null ? Names.xmlAttribute(element, "lang") : stated.getTextTrim();
    String tag = written == null ? "" : written.strip().replace('_', '-');
    return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? tag : null;
  }

  static String trimmed(@Nullable Element element) {
    return element == null ? "" : InnerMarkup.of(element).strip();
  }

  static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
