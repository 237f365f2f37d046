package org.parley.ingest.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.ingest.corpus.Articles.Facts;
import org.parley.ingest.corpus.CorpusFile.RawFile;
import org.parley.ingest.text.Dates;
import org.parley.ingest.text.Stated;

/// The rows of a `.jsonl` file, one article each; see `docs/corpus-format.md`. A row that is none
/// is refused by its line, and the others are read.
final class JsonLines {
  private final RawFile file;
  private final Map<String, Integer> seen = new HashMap<>();

  JsonLines(RawFile file) {
    this.file = file;
  }

  /// For one walk.
  Stream<Reading> readings() {
    String[] lines = file.text().split("\n", -1);
    return IntStream.range(0, lines.length)
        .filter(i -> !lines[i].isBlank())
        .mapToObj(i -> reading(i + 1, i == 0 ? withoutMark(lines[i]) : lines[i]));
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private Reading reading(int line, String json) {
    JsonNode row;
    try {
      row = Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return refused(
          line,
          "no JSON: " + e.getOriginalMessage().lines().findFirst().orElse("") + "; mend the line");
    }
    if (row == null || !row.isObject()) {
      return refused(line, "not a JSON object; write one article a line");
    }
    return reading(line, row, Ids.sha256(json.getBytes(StandardCharsets.UTF_8)));
  }

  private Reading reading(int line, JsonNode row, String sha256) {
    for (String field : new String[] {"text", "title", "author", "url", "source"}) {
      if (row.hasNonNull(field) && !row.get(field).isTextual()) {
        return refused(line, "field '" + field + "' must be a string");
      }
    }
    String text = string(row, "text");
    if (text == null || text.isBlank()) {
      return refused(line, "field 'text' is missing or empty; give the article's text");
    }
    String id = row.hasNonNull("id") ? row.get("id").asText().strip() : "";
    String key = id.isEmpty() ? Integer.toString(line) : id;
    Integer before = seen.putIfAbsent(key, line);
    if (before != null) {
      return refused(
          line, "id '" + key + "' is that of line " + before + " too; give each row its own");
    }
    return article(file.row(sha256), file.name() + "#" + key, row, text);
  }

  private static Reading article(RawFile of, String entry, JsonNode row, String text) {
    Stated stated =
        new Stated(string(row, "title"), string(row, "author"), date(row, "publishedAt"));
    String language = string(row, "lang") == null ? string(row, "language") : string(row, "lang");
    return Articles.of(
        of,
        entry,
        Articles.CLEANER.clean(text, stated),
        new Facts(string(row, "url"), string(row, "source"), language, date(row, "fetchedAt")));
  }

  private Reading refused(int line, String why) {
    String entry = file.name() + ":" + line;
    return new Reading.Refused(entry, entry + ": " + why);
  }

  private static @Nullable String string(JsonNode row, String field) {
    JsonNode value = row.get(field);
    return value == null || !value.isTextual() || value.asText().isBlank() ? null : value.asText();
  }

  private static @Nullable Instant date(JsonNode row, String field) {
    return Dates.parse(string(row, field));
  }
}
