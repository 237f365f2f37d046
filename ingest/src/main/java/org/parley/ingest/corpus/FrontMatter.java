package org.parley.ingest.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.ingest.text.Dates;
import org.parley.ingest.text.Stated;

/// The YAML between `---` lines at the start of a Markdown file.
record FrontMatter(
    Stated stated, @Nullable String url, @Nullable String source, @Nullable String language) {
  static final FrontMatter NONE = new FrontMatter(Stated.NOTHING, null, null, null);
  private static final YAMLMapper YAML = new YAMLMapper();

  /// Broken YAML states nothing.
  static FrontMatter of(String yaml) {
    JsonNode node;
    try {
      node = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      return NONE;
    }
    Stated stated =
        new Stated(
            text(node, "title"),
            text(node, "author", "authors"),
            Dates.parse(text(node, "date", "publishedAt", "published", "pubDate")));
    return new FrontMatter(
        stated,
        text(node, "url", "canonical", "canonical_url", "link"),
        text(node, "source", "publisher", "site"),
        text(node, "lang", "language"));
  }

  private static @Nullable String text(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.get(name);
      List<String> texts = new ArrayList<>();
      if (value != null && value.isArray()) {
        value.forEach(one -> texts.add(one.asText()));
      } else if (value != null && value.isValueNode()) {
        texts.add(value.asText());
      }
      String joined = String.join(", ", texts);
      if (!joined.isBlank() && !joined.equals("null")) {
        return joined.strip();
      }
    }
    return null;
  }
}
