package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Notice;
import org.parley.contract.topic.World;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;

@ExtendWith(BrokerExtension.class)
class TailCommandTest {
  private static final Instant MORNING = Instant.parse("2024-11-26T08:00:00Z");
  private static final Instant NOON = Instant.parse("2024-11-26T12:00:00Z");

  private TestWorld kafka;

  @BeforeEach
  void topics(TestWorld kafka) {
    this.kafka = kafka;
    kafka.createTopics();
  }

  private CommandLineRun tail(String... arguments) {
    List<String> all = new ArrayList<>(List.of("tail"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--no-follow",
            "--bootstrap-servers",
            kafka.bootstrapServers(),
            "--prefix",
            kafka.world().prefix()));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private void notice(String id, Instant at) {
    var notice = new Notice(id, Notice.Kind.SOURCE_GONE, id, "gone; remove it", at);
    kafka.write(kafka.world().notices(), id, notice, at);
  }

  @Test
  void beginsAtTheMomentThatIsAsked() {
    notice("morning", MORNING);
    notice("noon", NOON);
    notice("late-with-an-early-time", MORNING.plusSeconds(1));
    CommandLineRun run = tail("notices", "--since", "2024-11-26T10:00Z");
    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(run.out()).singleElement().asString().contains("source-gone noon: gone; remove it");
  }

  @Test
  void nothingSinceThenIsNothing() {
    notice("morning", MORNING);
    assertThat(tail("notices", "--since", "2024-11-26T10:00Z").out()).isEmpty();
  }

  @Test
  void everyKindCanBeFollowedFromAMoment() {
    World world = kafka.world();
    kafka.write(world.articles(), "a", Sample.article().build(), NOON);
    kafka.write(world.alerts(), "a", Sample.alert().build(), NOON);
    kafka.write(world.matches(), "en", Sample.match().build(), NOON);
    kafka.write(world.stories(), "s", Sample.story().build(), NOON);
    kafka.write(world.attempts(), "d", Sample.attempt().build(), NOON);
    notice("noon", NOON);
    for (String kind : List.of("articles", "alerts", "matches", "stories", "attempts", "notices")) {
      CommandLineRun run = tail(kind, "--since", "2024-11-26T10:00Z");
      assertThat(run.out()).as(kind + run.everything()).hasSize(1);
    }
  }

  @Test
  void aTimeThatIsNoneIsNamed() {
    CommandLineRun run = tail("alerts", "--since", "lunch");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.said()).singleElement().asString().contains("--since", "lunch", "2h");
  }
}
