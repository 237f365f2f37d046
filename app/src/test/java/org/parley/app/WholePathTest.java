package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the seed files to what a person or a program gets, each command as it is typed.
class WholePathTest {
  private static final Path ROOT = Path.of(System.getProperty("parley.root"));
  private static final Path SEEDS = ROOT.resolve("seeds");
  private static final Path EXPECTED = SEEDS.resolve("expected/alerts.jsonl");

  @TempDir Path dir;

  private static CommandLineRun parley(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--set");
    all.add("corpus.seed=" + SEEDS);
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  @Test
  void theDemoDeliversFiveAlertsAndHoldsTheCopiesBack() {
    CommandLineRun demo = parley("demo");
    assertThat(demo.exitCode()).as(demo.everything()).isZero();
    assertThat(demo.out()).filteredOn(line -> line.startsWith("NEW")).hasSize(5);
    assertThat(demo.out()).noneMatch(line -> line.startsWith("UPDATE"));
    assertThat(demo.out())
        .filteredOn(line -> line.contains("delivered, signature verified"))
        .hasSize(5);
    assertThat(demo.out())
        .filteredOn(line -> line.contains("Summary: "))
        .singleElement()
        .asString()
        .contains("8 articles", "5 stories", "3 copies held back", "5 alerts", "5 verified");
  }

  @Test
  void aReplayGivesTheSameBytesOnOneThreadAndOnTwo() throws IOException {
    CommandLineRun one = parley("replay", SEEDS.toString());
    CommandLineRun two = parley("replay", SEEDS.toString(), "--threads", "2");
    assertThat(one.exitCode()).as(one.everything()).isZero();
    assertThat(two.out()).isEqualTo(one.out());
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.write(EXPECTED, one.out());
    }
    assertThat(one.out())
        .as("./parley replay seeds > seeds/expected/alerts.jsonl")
        .isEqualTo(Files.readAllLines(EXPECTED));
  }

  @Test
  void aReplayThatDiffersFromWhatIsExpectedSaysWhere() throws IOException {
    Path changed = dir.resolve("changed.jsonl");
    Files.writeString(
        changed,
        Files.readString(EXPECTED).replaceFirst("\"kind\":\"NEW\"", "\"kind\":\"UPDATE\""));
    CommandLineRun replay = parley("replay", SEEDS.toString(), "--expect", changed.toString());
    assertThat(replay.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(replay.err())
        .anyMatch(line -> line.endsWith("alert 1: kind: expected \"UPDATE\", got \"NEW\""));
  }
}
