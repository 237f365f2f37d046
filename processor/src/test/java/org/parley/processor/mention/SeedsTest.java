package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.contract.TextMap;

/// The five seed articles against what a reader marked in them (`seeds/expected/seeds.jsonl`).
class SeedsTest {
  private static final List<JsonNode> SEEDS = new ArrayList<>();
  private static final MentionTagger TAGGER = MentionTagger.load();

  @BeforeAll
  static void readSeeds() throws IOException {
    Path file = Path.of(System.getProperty("parley.root"), "seeds", "expected", "seeds.jsonl");
    for (String line : Files.readAllLines(file)) {
      SEEDS.add(Json.MAPPER.readTree(line));
    }
  }

  @Test
  void findsMostOfTheSentencesThatAReaderWantsMarked() {
    List<String> missed = new ArrayList<>();
    int required = 0;
    for (JsonNode seed : SEEDS) {
      List<Mention> mentions = mentions(seed);
      for (JsonNode sentence : seed.get("sentences")) {
        if (sentence.get("label").asInt(-1) == 1) {
          required++;
          if (mentions.stream().noneMatch(mention -> mention.at().overlaps(span(sentence)))) {
            missed.add(span(sentence).of(seed.get("text").asText()));
          }
        }
      }
    }
    assertThat(required).isEqualTo(70);
    assertThat(missed).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void marksNothingElse() {
    for (JsonNode seed : SEEDS) {
      assertThat(mentions(seed))
          .allSatisfy(mention ->
              assertThat(seed.get("sentences"))
                  .as(mention.quote())
                  .anyMatch(sentence -> mention.at().overlaps(span(sentence))));
    }
  }

  @Test
  void givesEachArticleTheStageThatAReaderGave() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode seed : SEEDS) {
      Stage stage = tag(seed).stages().get(Mention.PEACE_TALKS);
      String wanted = seed.get("stage").asText();
      if (stage == null || !stage.label().equals(wanted.toLowerCase(Locale.ROOT))) {
        wrong.add(seed.get("id").asText() + ": " + stage + " instead of " + wanted);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Mention> mentions(JsonNode seed) {
    return tag(seed).mentions().stream()
        .filter(mention -> mention.concept().equals(Mention.PEACE_TALKS))
        .toList();
  }

  private static Tagging tag(JsonNode seed) {
    return TAGGER.tag(seed.get("text").asText(), 0, "en", TextMap.NONE);
  }

  private static Span span(JsonNode sentence) {
    return new Span(sentence.get("start").asInt(), sentence.get("end").asInt());
  }
}
