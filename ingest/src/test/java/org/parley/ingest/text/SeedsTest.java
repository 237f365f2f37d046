package org.parley.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.contract.Json;
import org.parley.contract.Span;
import org.parley.contract.TextMap.Run;

/// The five seeds are what scraped text really looks like.
class SeedsTest {
  private static final Path SEEDS = Path.of(System.getProperty("parley.root"), "seeds");
  private final TextCleaner cleaner = new TextCleaner();

  @TestFactory
  List<DynamicTest> everyMarkedSentenceSurvivesAndMapsBackExactly() throws IOException {
    JsonNode gold = Json.MAPPER.readTree(SEEDS.resolve("expected/seeds-gold.json").toFile());
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode article : gold.get("articles")) {
      String file = article.get("file").asText();
      String raw = raw(file);
      CleanText clean = cleaner.clean(raw);
      for (JsonNode sentence : article.get("sentences")) {
        int start = sentence.get("start").asInt();
        int end = sentence.get("end").asInt();
        tests.add(
            DynamicTest.dynamicTest(
                file + " " + start, () -> assertSurvives(raw, clean, new Span(start, end))));
      }
    }
    assertThat(tests).hasSize(91);
    return tests;
  }

  private static void assertSurvives(String raw, CleanText clean, Span inRaw) {
    String sentence = inRaw.of(raw);
    List<Span> sources = new ArrayList<>();
    int at = clean.text().indexOf(sentence);
    while (at >= 0) {
      sources.add(clean.map().toSource(new Span(at, at + sentence.length())));
      at = clean.text().indexOf(sentence, at + 1);
    }
    assertThat(sources).contains(inRaw);
  }

  @TestFactory
  List<DynamicTest> everyRunIsTheSameInTheSource() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : files()) {
      tests.add(
          DynamicTest.dynamicTest(
              file,
              () -> {
                String raw = raw(file);
                CleanText clean = cleaner.clean(raw);
                for (Run run : clean.map().runs()) {
                  assertThat(raw.substring(run.source(), run.source() + run.length()))
                      .isEqualTo(clean.text().substring(run.at(), run.at() + run.length()));
                }
              }));
    }
    return tests;
  }

  @Test
  void takesTitleAuthorAndDateWhereTheyAreStatedAndInventsNone() throws IOException {
    assertHead("000", "Kiev Arranges Peace Talks in Denmark", null, null);
    assertHead("001", null, null, null);
    assertHead(
        "002",
        "Ukraine and Russia Holding Secret Negotiations to End the War",
        "Mark Voroshilov",
        null);
    assertHead(
        "003",
        "BREAKING: Russia and Ukraine Begin Peace Talks – Latest Updates",
        "Mark Angelides",
        Instant.parse("2022-02-28T00:00:00Z"));
    // The date over the site's name is the day of the visit, not of the article.
    assertHead(
        "004", "Delegations from Ukraine & Russia meet on the Ukraine-Belarus border", null, null);
  }

  @Test
  void leavesOutWhatThePagesPutAroundTheArticles() throws IOException {
    List<String> chrome =
        List.of(
            "Blog Search",
            "Source link",
            "web analytics",
            "Latest Posts",
            "immunity claims",
            "Bellwethers",
            "headline polling numbers",
            "Hush Money",
            "by | Feb 28, 2022",
            "Read more",
            "Spread the love",
            "My Views on News",
            "Impartial and Unflinching",
            "June 20, 2024",
            "You may also like",
            "Leave a Comment",
            "by time news",
            "Getty Images");
    for (String file : files()) {
      assertThat(cleaner.clean(raw(file)).text()).as(file).doesNotContain(chrome);
    }
  }

  @Test
  void setsTheTitleApartFromTheBodyByABlankLine() throws IOException {
    for (String file : files()) {
      CleanText clean = cleaner.clean(raw(file));
      String head = clean.title() == null ? "" : clean.title() + "\n\n";
      assertThat(clean.text()).startsWith(head);
      assertThat(clean.bodyStart()).isEqualTo(head.length());
    }
  }

  private void assertHead(
      String seed, @Nullable String title, @Nullable String author, @Nullable Instant published)
      throws IOException {
    String file = files().stream().filter(f -> f.startsWith(seed)).findFirst().orElseThrow();
    CleanText clean = cleaner.clean(raw(file));
    assertThat(clean.title()).as(file).isEqualTo(title);
    assertThat(clean.author()).as(file).isEqualTo(author);
    assertThat(clean.publishedAt()).as(file).isEqualTo(published);
  }

  private static List<String> files() throws IOException {
    try (var files = Files.list(SEEDS)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  private static String raw(String file) throws IOException {
    return Files.readString(SEEDS.resolve(file));
  }
}
