package org.parley.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.ingest.text.Dates;

/// The article that a page's JSON-LD describes in schema.org's words.
record LinkedData(
    @Nullable String headline,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable String url,
    @Nullable String siteName) {
  private static final LinkedData NOTHING = new LinkedData(null, null, null, null, null);
  private static final int DEEPEST = 6;

  static LinkedData of(Document document) {
    for (Element script : document.select("script[type=application/ld+json]")) {
      JsonNode article = article(parsed(script.data()), 0);
      if (article != null) {
        return of(article);
      }
    }
    return NOTHING;
  }

  private static LinkedData of(JsonNode article) {
    return new LinkedData(
        text(article.get("headline")),
        names(article.get("author")),
        Dates.parse(text(article.get("datePublished"))),
        PageFacts.first(text(article.get("url")), id(article.get("mainEntityOfPage"))),
        names(article.get("publisher")));
  }

  private static @Nullable JsonNode parsed(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      // Pages are full of broken JSON-LD: as good as none.
      return null;
    }
  }

  private static @Nullable JsonNode article(@Nullable JsonNode node, int depth) {
    if (node == null || depth > DEEPEST) {
      return null;
    }
    if (node.isObject() && isArticle(node.get("@type"))) {
      return node;
    }
    Iterable<JsonNode> within =
        node.isArray() ? node : node.has("@graph") ? List.of(node.get("@graph")) : List.of();
    for (JsonNode child : within) {
      JsonNode found = article(child, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isArticle(@Nullable JsonNode type) {
    if (type == null) {
      return false;
    }
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    String name = type.asText();
    return name.endsWith("Article") || name.endsWith("Posting") || name.equals("Report");
  }

  private static @Nullable String names(@Nullable JsonNode node) {
    List<String> names = new ArrayList<>();
    collectNames(node, names);
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static void collectNames(@Nullable JsonNode node, List<String> names) {
    if (node == null || names.size() >= 10) {
      return;
    }
    if (node.isArray()) {
      node.forEach(one -> collectNames(one, names));
    } else {
      String name = node.isTextual() ? text(node) : text(node.get("name"));
      if (name != null && !name.contains("://") && !names.contains(name)) {
        names.add(name);
      }
    }
  }

  private static @Nullable String id(@Nullable JsonNode node) {
    return node == null ? null : node.isTextual() ? text(node) : text(node.get("@id"));
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    if (node == null || !node.isTextual() || node.asText().isBlank()) {
      return null;
    }
    return Parser.unescapeEntities(node.asText(), false).strip();
  }
}
