package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.Member;
import org.parley.contract.Story;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;

/// A thousand copies of one report in one second, under a headline and in a frame of each site's
/// own, in any order.
class CopyStormTest {
  private static final int COPIES = 1000;
  private static final List<String> REPORT = report();

  @TempDir Path stateDir;
  private TopologyRun run;

  @BeforeEach
  void startWithOneWatch() {
    run = new TopologyRun(stateDir);
    run.put(Sample.watch().build());
  }

  @AfterEach
  void stop() {
    run.close();
  }

  /// Twenty sentences: a stage in the third, one in the ninth, one in the last.
  private static List<String> report() {
    List<String> report = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String stage =
          switch (i) {
            case 2 -> "scheduled ";
            case 8 -> "ceasefire ";
            case 19 -> "agreement ";
            default -> "";
          };
      report.add("The " + stage + Prose.of(100 + i, 12) + ".");
    }
    return report;
  }

  /// @param sentences how many of the report's it has
  private static Article copy(int site, int sentences) {
    String source = "s" + site + ".example";
    String headline = Prose.of(5000 + site, 6) + (site % 5 == 0 ? " collapsed" : "");
    String frame = site % 3 == 0 ? "\n\nMore from us: " + Prose.of(9000 + site % 40, 15) + "." : "";
    String body = REPORT.stream().limit(sentences).collect(Collectors.joining(" "));
    return Sample.article()
        .url("https://" + source + "/a")
        .source(source)
        .title(headline.substring(0, 1).toUpperCase(Locale.ROOT) + headline.substring(1))
        .body(body + frame)
        .fetchedAt(ManualClock.START.plusMillis(site))
        .build();
  }

  private void publish(List<Article> copies, long seed) {
    List<Article> shuffled = new ArrayList<>(copies);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.forEach(run::publish);
  }

  @RepeatedTest(2)
  void giveOneStoryANewAndThreeUpdates() {
    long seed = System.nanoTime();

    publish(IntStream.range(0, COPIES).mapToObj(site -> copy(site, 20)).toList(), seed);

    List<Alert> alerts = run.alerts();
    assertThat(alerts)
        .as("seed " + seed)
        .extracting(alert -> alert.kind() + " " + alert.reasons())
        .containsExactly(
            "NEW [first sight]",
            "UPDATE [3 sources]",
            "UPDATE [10 sources]",
            "UPDATE [30 sources]");
    assertOneStory(seed, alerts);
  }

  @RepeatedTest(2)
  void giveOneMoreUpdateForEachLongerCutAtMost() {
    long seed = System.nanoTime();
    int[] cuts = {20, 12, 6};

    publish(IntStream.range(0, COPIES).mapToObj(site -> copy(site, cuts[site % 3])).toList(), seed);

    List<Alert> alerts = run.alerts();
    assertThat(alerts.getFirst().kind()).as("seed " + seed).isEqualTo(Alert.Kind.NEW);
    assertThat(alerts.stream().skip(1).map(alert -> alert.reasons().getLast()))
        .as("seed " + seed)
        .contains("3 sources", "10 sources", "30 sources");
    assertThat(alerts.size()).as("seed " + seed).isBetween(4, 6);
    assertOneStory(seed, alerts);
  }

  /// One story, and everything that was not told is held back.
  private void assertOneStory(long seed, List<Alert> alerts) {
    assertThat(run.stories().stream().map(Story::storyId).distinct()).as("seed " + seed).hasSize(1);
    List<Member> members = run.members();
    assertThat(members).hasSize(COPIES);
    assertThat(members.stream().filter(member -> !member.told().isEmpty())).hasSize(alerts.size());
    assertThat(members.stream().filter(member -> !member.heldBack().isEmpty()))
        .hasSize(COPIES - alerts.size());
  }
}
