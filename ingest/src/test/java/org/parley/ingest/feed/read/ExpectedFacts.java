package org.parley.ingest.feed.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.ingest.feed.read.FeedFacts.Field;
import org.parley.ingest.feed.read.FeedFacts.Part;

/// Takes what a feed should give from the twin that gofeed's test data have beside it, which is in
/// the model of the feed's format or in a common one.
final class ExpectedFacts {
  private ExpectedFacts() {}

  static FeedFacts of(Path twin) throws IOException {
    JsonNode json = Json.MAPPER.readTree(Files.readString(twin).replaceFirst("^\uFEFF", ""));
    FeedFacts facts = new FeedFacts();
    add(facts.part(), json);
    for (JsonNode entry : json.has("entries") ? json.get("entries") : json.path("items")) {
      add(facts.part(), entry);
    }
    return facts;
  }

  private static void add(Part part, JsonNode json) {
    part.add(Field.TITLE, text(json, "title")).add(Field.LINK, link(json));
    JsonNode guid = json.path("guid");
    part.add(Field.ID, json.has("id") ? text(json, "id") : textOr(guid, "value"));
    author(part, json);
    for (String name : List.of("publishedParsed", "pubDateParsed", "date_published")) {
      part.add(Field.PUBLISHED, instant(json, name));
    }
    for (String name : List.of("updatedParsed", "lastBuildDateParsed", "date_modified")) {
      part.add(Field.UPDATED, instant(json, name));
    }
    for (String name :
        List.of("description", "subtitle", "summary", "content_html", "content_text")) {
      part.add(Field.TEXT, text(json, name));
    }
    part.add(Field.TEXT, textOr(json.path("content"), "value"));
  }

  private static void author(Part part, JsonNode json) {
    part.add(Field.AUTHOR, textOr(json.path("author"), "name"));
    part.add(Field.AUTHOR, text(json, "managingEditor"));
    List<String> authors = json.path("authors").findValuesAsText("name");
    if (!authors.isEmpty()) {
      part.add(Field.AUTHOR, authors.getFirst()).add(Field.AUTHOR, String.join(", ", authors));
    }
  }

  private static @Nullable String link(JsonNode json) {
    for (String name : List.of("link", "url", "home_page_url")) {
      if (json.has(name)) {
        return text(json, name);
      }
    }
    for (JsonNode link : json.path("links")) {
      if (link.isObject() && link.path("rel").asText("alternate").equals("alternate")) {
        return text(link, "href");
      }
    }
    return null;
  }

  private static @Nullable String textOr(JsonNode json, String name) {
    return json.isTextual() ? json.asText() : text(json, name);
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isTextual() ? value.asText() : null;
  }

  private static @Nullable Instant instant(JsonNode json, String name) {
    String text = text(json, name);
    return text == null ? null : Instant.parse(text);
  }
}
