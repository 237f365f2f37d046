package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
class WatchTestCommandTest {
  private static final Path SEEDS = Path.of(System.getProperty("parley.root")).resolve("seeds");
  private static final String BUILT_IN = SEEDS.resolve("watches/peace-talks.yaml").toString();

  @TempDir Path dir;

  private static CommandLineRun test(String watch, Path corpus, String... more) {
    List<String> all = new ArrayList<>(List.of("watch", "test", watch, corpus.toString()));
    all.addAll(List.of(more));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private String watch(String yaml) throws IOException {
    return Files.writeString(dir.resolve("w.yaml"), yaml).toString();
  }

  private Path corpus(String... texts) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("corpus"));
    for (int i = 0; i < texts.length; i++) {
      Files.writeString(folder.resolve(i + ".txt"), texts[i]);
    }
    return folder;
  }

  @Test
  void showsEachMatchWithItsSentenceAndHowManyADay() {
    CommandLineRun run = test(BUILT_IN, SEEDS);
    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(run.out()).filteredOn(line -> line.startsWith("  “")).hasSize(5);
    assertThat(run.out()).contains("watch peace-talks matches 5 of 5 articles");
    assertThat(run.out().getLast()).matches("  (\\d{4}-\\d\\d-\\d\\d|undated)  \\d+");
  }

  @Test
  void aFilterThatHoldsEverythingBackIsNamed() throws IOException {
    CommandLineRun run = test(watch("watchId: w\nconcept: peace-talks\nlanguages: [uk]\n"), SEEDS);
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(run.out())
        .singleElement()
        .asString()
        .contains("matches nothing", "5 of 5 articles speak", "without languages: 5");
  }

  @Test
  void aCorpusThatSpeaksOfNoTalksHasNothingToMatch() throws IOException {
    CommandLineRun run = test(BUILT_IN, corpus("The cat sat on the mat. It rained all day."));
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(run.out()).last().asString().contains("nothing to match", "1 article speaks");
  }

  @Test
  void printsJsonThatAProgramCanRead() throws JsonProcessingException {
    CommandLineRun run = test(BUILT_IN, SEEDS, "--json");
    List<JsonNode> matches = new ArrayList<>();
    for (String line : run.out()) {
      if (Json.MAPPER.readTree(line).has("match")) {
        matches.add(Json.MAPPER.readTree(line).at("/match/mentions"));
      }
    }
    assertThat(matches).hasSize(5).allSatisfy(mentions -> assertThat(mentions).isNotEmpty());
    JsonNode summary = Json.MAPPER.readTree(run.out().getLast()).path("summary");
    assertThat(summary.path("verdict").asText()).isEqualTo("matched");
    assertThat(summary.path("matched").asInt()).isEqualTo(5);
  }

  @Test
  void triesAWatchThatARunningParleyHas(TestWorld kafka) {
    kafka.createTopics();
    kafka.write(kafka.world().watches(), "stored", Sample.watch().id("stored").build());
    String[] there = {
      "--bootstrap-servers", kafka.bootstrapServers(), "--prefix", kafka.world().prefix()
    };
    CommandLineRun run = test("stored", SEEDS, there);
    assertThat(run.out()).as(run.everything()).contains("watch stored matches 5 of 5 articles");
    CommandLineRun none = test("stroed", SEEDS, there);
    assertThat(none.exitCode()).isEqualTo(ExitCode.NO_INPUT.number());
    assertThat(none.said()).singleElement().asString().contains("stroed", "parley watch list");
  }

  private static final String TESTED =
      """
      watchId: w
      concept: peace-talks
      stages: [ceasefire]
      tests:
        expect:
          - The two sides signed a ceasefire on Monday.
        reject:
          - The wage talks collapsed.
          - {text: Ukraine rejected the ceasefire proposal., language: en, source: example.org}
      """;

  private CommandLineRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("watch", "test"));
    all.addAll(List.of(arguments));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  @Test
  void runsTheTestsOfAWatchAlone() throws IOException {
    CommandLineRun run = run(watch(TESTED));
    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(run.out()).containsExactly("watch w passes its 3 tests");
  }

  @Test
  void namesEachTestThatFailsWithItsLineAndReason() throws IOException {
    String file = watch(TESTED.replace("stages: [ceasefire]", "stages: [refused]"));
    CommandLineRun run = run(file);
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(run.out()).hasSize(3);
    assertThat(run.out().getFirst())
        .contains(file + ", line 6: expected to match, but it does not: “The two sides signed")
        .contains("stage ceasefire", "held back by stages");
    assertThat(run.out().get(1))
        .contains(file + ", line 9: expected not to match, but it does: “Ukraine rejected")
        .contains("stage refused");
    assertThat(run.out().getLast()).isEqualTo("watch w fails 2 of its 3 tests");
  }

  @Test
  void runsTheTestsBeforeTheCorpusAndFailsWithThem() throws IOException {
    String file =
        watch("watchId: w\nconcept: peace-talks\ntests: {reject: [They agreed on a ceasefire.]}");
    CommandLineRun run = test(file, SEEDS, "--json");
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(run.out()).hasSize(8);
    JsonNode first = Json.MAPPER.readTree(run.out().getFirst()).path("test");
    assertThat(first.path("passed").asBoolean(true)).isFalse();
    assertThat(first.at("/expectation/line").asInt()).isEqualTo(3);
    assertThat(run.out().get(1)).contains("\"failed\":1");
    assertThat(run.out().getLast()).contains("\"matched\":5");
  }

  @Test
  void saysThatAWatchHasNoTests() throws IOException {
    CommandLineRun run = run(watch("watchId: w\nconcept: peace-talks\n"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.said()).singleElement().asString().contains("no tests", "--days");
  }

  @Test
  void warnsOfAPartyThatNoLexiconKnows() throws IOException {
    String file = watch("watchId: w\nconcept: peace-talks\nparties: [Ukrane]\n");
    CommandLineRun run = test(file, SEEDS);
    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(run.said())
        .singleElement()
        .asString()
        .contains("warning", "line 3, column 11", "did you mean 'Ukraine'?");
  }

  @Test
  void addsNoWatchThatFailsItsOwnTests(TestWorld kafka) throws IOException {
    kafka.createTopics();
    String file = watch(TESTED.replace("stages: [ceasefire]", "stages: [refused]"));
    String[] there = {
      "--bootstrap-servers", kafka.bootstrapServers(), "--prefix", kafka.world().prefix()
    };
    CommandLineRun refused =
        CommandLineRun.of("watch", "add", file, there[0], there[1], there[2], there[3]);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(refused.said()).hasSize(3).last().asString().contains("--force");
    CommandLineRun none =
        CommandLineRun.of("watch", "list", there[0], there[1], there[2], there[3]);
    assertThat(none.out()).isEmpty();
    CommandLineRun forced =
        CommandLineRun.of("watch", "add", file, "--force", there[0], there[1], there[2], there[3]);
    assertThat(forced.out()).as(forced.everything()).singleElement().asString().contains("is on");
  }

  private static final Instant NOON = Instant.parse("2024-11-26T12:00:00Z");

  private static void publish(TestWorld kafka, Article article) {
    kafka.write(kafka.world().articles(), article.articleId(), article, article.fetchedAt());
  }

  private static CommandLineRun ask(TestWorld kafka, String... arguments) {
    List<String> all = new ArrayList<>(List.of("watch", "test", BUILT_IN));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    all.addAll(List.of("--prefix", kafka.world().prefix()));
    all.addAll(List.of(arguments));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  @Test
  void triesAWatchOnTheLogSinceAMoment(TestWorld kafka) {
    kafka.createTopics();
    publish(kafka, Sample.article().url("https://a.example/1").fetchedAt(NOON).build());
    publish(
        kafka, Sample.article().url("https://a.example/2").fetchedAt(NOON.plusSeconds(1)).build());
    publish(
        kafka, Sample.article().url("https://a.example/1").fetchedAt(NOON.plusSeconds(9)).build());
    publish(
        kafka,
        Sample.article()
            .url("https://a.example/2")
            .revision(2)
            .title(null)
            .body("It rains.")
            .fetchedAt(NOON.plus(Duration.ofDays(1)))
            .build());
    publish(
        kafka, Sample.article().url("https://a.example/0").fetchedAt(NOON.minusSeconds(1)).build());

    CommandLineRun run = ask(kafka, "--since", "2024-11-26T12:00Z");

    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(run.out()).contains("watch peace-talks matches 2 of 2 articles");
    assertThat(run.out()).endsWith("  2024-11-26  2", "  2024-11-27  0");
  }

  @Test
  void tellsAnEmptyLogFromOneInWhichNothingMatches(TestWorld kafka) {
    kafka.createTopics();
    CommandLineRun empty = ask(kafka, "--days", "3");
    assertThat(empty.exitCode()).as(empty.everything()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(empty.out())
        .last()
        .asString()
        .contains("nothing to match: the log since", "no article");
    Article rain =
        Sample.article().title(null).body("It rains in all of the land.").fetchedAt(NOON).build();
    publish(kafka, rain);
    assertThat(ask(kafka, "--since", "2024-11-20").out())
        .endsWith("nothing to match: none of 1 article speaks of peace-talks");
  }

  @Test
  void passesOverWhatIsNoArticle(TestWorld kafka) {
    kafka.createTopics();
    publish(kafka, Sample.article().fetchedAt(NOON).build());
    kafka.writeRaw(
        kafka.world().articles(),
        "broken".getBytes(StandardCharsets.UTF_8),
        "{\"articleId\": 1".getBytes(StandardCharsets.UTF_8));
    CommandLineRun run = ask(kafka, "--since", "2024-11-20");
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.PARTLY.number());
    assertThat(run.said()).singleElement().asString().contains("refused", "articles-");
  }

  @Test
  void takesOneOfCorpusDaysAndSince() {
    assertThat(run(BUILT_IN, "seeds", "--days", "2").exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run(BUILT_IN, "--days", "0").exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run(BUILT_IN, "--since", "lunch").exitCode()).isEqualTo(ExitCode.USAGE.number());
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    assertThat(test("no/such.yaml", SEEDS).said()).singleElement().asString().contains("no/such");
    CommandLineRun nowhere = test(BUILT_IN, dir.resolve("nowhere"));
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.NO_INPUT.number());
    CommandLineRun empty = test(BUILT_IN, Files.createDirectory(dir.resolve("empty")));
    assertThat(empty.exitCode()).isEqualTo(ExitCode.NO_INPUT.number());
    assertThat(empty.said()).singleElement().asString().contains("no articles");
  }
}
