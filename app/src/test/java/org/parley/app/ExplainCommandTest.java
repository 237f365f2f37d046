package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Article;
import org.parley.contract.Json;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;

@ExtendWith(BrokerExtension.class)
class ExplainCommandTest {
  private static final String TEXT =
      "Lavrov said on Sunday that peace talks with Ukraine will begin in Istanbul on 12 March 2026."
          + " The union broke off its wage talks with the airline.";

  @TempDir Path dir;

  private static CommandLineRun explain(String what, String... more) {
    List<String> all = new ArrayList<>(List.of("explain", what));
    all.addAll(List.of(more));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }

  @Test
  void marksEachMentionAndTellsWhy() throws IOException {
    CommandLineRun run = explain(file("a.txt", TEXT));

    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(String.join("\n", run.out()))
        .contains(
            "language en: told by its letters",
            "peace-talks: scheduled (votes: scheduled 2;",
            "that [[1:peace talks]] with Ukraine",
            "its wage {{r1:talks}} with the airline",
            "1 scheduled peace-talks · score 6 · asserted, words of Sergei Lavrov",
            "rule      strong: “peace talks” (",
            "parties   Russia, Ukraine",
            "venue     Istanbul",
            "when      “12 March 2026”: 2026-03-12",
            "place     text 27–38, source 27–38",
            "r1 “talks” (@talking), weak, peace-talks: near a word of another domain “wage” (");
  }

  @Test
  void printsOneObjectAsJson() throws IOException {
    CommandLineRun run = explain(file("a.txt", TEXT), "--json");

    assertThat(run.out()).hasSize(1);
    JsonNode whole = Json.MAPPER.readTree(run.out().getFirst());
    assertThat(whole.at("/language/by").asText()).isEqualTo("letters");
    assertThat(whole.at("/stages/peace-talks").asText()).isEqualTo("scheduled");
    assertThat(whole.at("/mentions/0/when/date").asText()).isEqualTo("2026-03-12");
    assertThat(whole.at("/refusals/0/reason").asText()).isEqualTo("foreign");
    JsonNode at = whole.at("/mentions/0/at");
    String text = whole.path("text").asText();
    assertThat(text.substring(at.path("start").asInt(), at.path("end").asInt()))
        .isEqualTo("peace talks");
  }

  @Test
  void readsStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(explain("-").out()).anyMatch(line -> line.contains("[[1:peace talks]]"));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void explainsAnArticleOfTheLogByUrlAndById(TestWorld kafka) {
    kafka.createTopics();
    Article article =
        Sample.article().url("https://news.example.org/truce").text("Peace talks resumed.").build();
    kafka.write(kafka.world().articles(), article.articleId(), article);
    String[] there = {
      "--bootstrap-servers", kafka.bootstrapServers(), "--prefix", kafka.world().prefix()
    };

    CommandLineRun byUrl = explain("https://news.example.org/truce?utm_source=x", there);
    assertThat(byUrl.exitCode()).as(byUrl.everything()).isZero();
    assertThat(byUrl.out()).contains("[[1:Peace talks]] resumed.");
    assertThat(explain(article.articleId(), there).out()).isEqualTo(byUrl.out());
    assertThat(explain(article.articleId().substring(0, 8), there).out()).isEqualTo(byUrl.out());

    CommandLineRun none = explain("https://news.example.org/other", there);
    assertThat(none.exitCode()).isEqualTo(ExitCode.NO_INPUT.number());
    assertThat(none.said()).singleElement().asString().contains("no article of the log has it");
  }

  @Test
  void saysWhatCannotBeExplained() throws IOException {
    CommandLineRun nowhere = explain("no/such.txt");
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.NO_INPUT.number());
    assertThat(nowhere.said()).singleElement().asString().contains("no/such.txt: no such file");
    CommandLineRun empty = explain(file("empty.txt", "  "));
    assertThat(empty.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(empty.said()).singleElement().asString().contains("empty.txt");
  }
}
