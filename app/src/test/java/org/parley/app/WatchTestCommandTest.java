package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
    assertThat(run.out())
        .singleElement()
        .asString()
        .contains("nothing to match", "1 article speaks");
  }

  @Test
  void printsJsonThatAProgramCanRead() throws JsonProcessingException {
    CommandLineRun run = test(BUILT_IN, SEEDS, "--json");
    assertThat(run.out()).hasSize(6);
    for (String line : run.out().subList(0, 5)) {
      assertThat(Json.MAPPER.readTree(line).at("/match/mentions")).isNotEmpty();
    }
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
