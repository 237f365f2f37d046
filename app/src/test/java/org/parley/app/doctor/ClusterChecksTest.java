package org.parley.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.alerts.ledger.PendingLog.Waiting;
import org.parley.app.deadletter.Letter;
import org.parley.app.doctor.LagCheck.Group;
import org.parley.app.doctor.TopicsCheck.Found;
import org.parley.app.doctor.Verdict.Level;
import org.parley.app.feed.FeedHealth;
import org.parley.app.feed.FeedHealth.Condition;
import org.parley.contract.DeadLetter;
import org.parley.contract.Endpoint;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;
import org.parley.testkit.Sample;

/// What is made of what a cluster says.
class ClusterChecksTest {
  private static final World WORLD = World.live("parley");
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private static Map<String, Found> asWanted() {
    return new HashMap<>(
        WORLD.topics().stream()
            .collect(Collectors.toMap(Topic::name, t -> new Found(t.partitions(), t.settings()))));
  }

  private static List<Verdict> topics(Map<String, Found> there) {
    return TopicsCheck.verdicts(WORLD.topics(), there, WORLD.matches());
  }

  private static Map<String, Found> with(Topic<?> topic, int partitions, String key, String value) {
    var settings = new HashMap<>(topic.settings());
    settings.put(key, value);
    var there = asWanted();
    there.put(topic.name(), new Found(partitions, settings));
    return there;
  }

  @Test
  void topicsAsTheyShouldBeAreOneLine() {
    assertThat(topics(asWanted())).singleElement().extracting(Verdict::level).isEqualTo(Level.OK);
  }

  @Test
  void missingTopicsFailAndAreNamed() {
    var there = asWanted();
    there.remove("parley.alerts");
    there.remove("parley.notices");
    assertThat(topics(there))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.level()).isEqualTo(Level.FAIL);
          assertThat(verdict.text())
              .contains("parley.alerts", "parley.notices", "parley topics create");
        });
  }

  @Test
  void otherPartitionsFailOnlyForTheLanes() {
    assertThat(topics(with(WORLD.matches(), 8, "x", "y")))
        .singleElement()
        .extracting(Verdict::level)
        .isEqualTo(Level.FAIL);
    assertThat(topics(with(WORLD.articles(), 8, "x", "y")))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.level()).isEqualTo(Level.WARN);
          assertThat(verdict.says()).isEqualTo("parley.articles has 8 partitions, not 4");
        });
  }

  @Test
  void settingsThatLoseRecordsFail() {
    assertThat(topics(with(WORLD.watches(), 1, "cleanup.policy", "delete")))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.level()).isEqualTo(Level.FAIL);
          assertThat(verdict.remedy()).contains("--add-config cleanup.policy=compact");
        });
    assertThat(topics(with(WORLD.articles(), 4, "max.message.bytes", "1048588")))
        .singleElement()
        .extracting(Verdict::level)
        .isEqualTo(Level.FAIL);
  }

  @Test
  void aShorterRetentionIsWorthAWarningAndALongerOneIsNot() {
    assertThat(topics(with(WORLD.alerts(), 4, "retention.ms", "3600000")))
        .singleElement()
        .extracting(Verdict::level)
        .isEqualTo(Level.WARN);
    for (String longer : List.of("-1", "99999999999")) {
      assertThat(topics(with(WORLD.alerts(), 4, "retention.ms", longer)))
          .singleElement()
          .extracting(Verdict::level)
          .isEqualTo(Level.OK);
    }
  }

  @Test
  void readersThatDoNotRunFailOnceSomethingWaits() {
    assertThat(LagCheck.verdict(new Group("processor", 2, 12)).level()).isEqualTo(Level.OK);
    assertThat(LagCheck.verdict(new Group("processor", 0, 0)).level()).isEqualTo(Level.WARN);
    Verdict waiting = LagCheck.verdict(new Group("processor", 0, 1200));
    assertThat(waiting.level()).isEqualTo(Level.FAIL);
    assertThat(waiting.text()).contains("1,200 records wait", "parley processor");
    assertThat(LagCheck.verdict(new Group("alerts", 1, 20_000)).level()).isEqualTo(Level.WARN);
  }

  @Test
  void recordsFromTheFutureGiveAWrongClockAway() {
    assertThat(ClockCheck.verdict(NOW, null).level()).isEqualTo(Level.OK);
    assertThat(ClockCheck.verdict(NOW, NOW.plusSeconds(30)).level()).isEqualTo(Level.OK);
    Verdict ahead = ClockCheck.verdict(NOW, NOW.plusSeconds(600));
    assertThat(ahead.level()).isEqualTo(Level.WARN);
    assertThat(ahead.text()).contains("600 s after", "NTP");
  }

  @Test
  void deliveriesThatWaitLongAreNamedByEndpoint() {
    var fresh = new Waiting("d1", "desk", "a", 1, 1, NOW.minusSeconds(30), NOW.plusSeconds(5));
    var old =
        new Waiting("d2", "desk", "b", 1, 4, NOW.minus(Duration.ofHours(3)), NOW.plusSeconds(60));
    assertThat(DeliveriesCheck.verdicts(NOW, List.of(fresh)))
        .singleElement()
        .extracting(Verdict::level)
        .isEqualTo(Level.OK);
    assertThat(DeliveriesCheck.verdicts(NOW, List.of(fresh, old)))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.level()).isEqualTo(Level.WARN);
          assertThat(verdict.text())
              .contains("1 to 'desk'", "180 min", "4 attempts", "parley endpoint test desk");
        });
  }

  @Test
  void feedsInTroubleAreNamedAndNobodyWhoPollsFails() {
    var fine = new FeedHealth(Condition.OK, "20 entries");
    var failing = new FeedHealth(Condition.FAILING, "no address");
    assertThat(FeedsCheck.verdicts(Map.of(), 0))
        .singleElement()
        .extracting(Verdict::level)
        .isEqualTo(Level.OK);
    assertThat(FeedsCheck.verdicts(Map.of("http://a/", fine), 0))
        .singleElement()
        .extracting(Verdict::level)
        .isEqualTo(Level.FAIL);
    assertThat(FeedsCheck.verdicts(Map.of("http://a/", fine, "http://b/", failing), 1))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.level()).isEqualTo(Level.WARN);
          assertThat(verdict.text())
              .isEqualTo("http://b/: no address; `parley feed show http://b/`");
        });
  }

  @Test
  void endpointsThatAreHeldAreNamed() {
    Endpoint active = Sample.endpoint().build();
    assertThat(EndpointsCheck.verdicts(List.of(active)))
        .singleElement()
        .extracting(Verdict::level)
        .isEqualTo(Level.OK);
    assertThat(
            EndpointsCheck.verdicts(
                List.of(
                    active,
                    active.withStatus(Endpoint.Status.DISABLED),
                    active.withStatus(Endpoint.Status.PAUSED))))
        .extracting(Verdict::level)
        .containsExactly(Level.WARN, Level.WARN);
  }

  private static Letter letter(long offset, @Nullable Instant replayedAt) {
    var letter =
        new DeadLetter("lane", "parley.matches", 0, 3, "en", null, "broke " + offset, null, NOW);
    return new Letter(0, offset, NOW, letter, replayedAt);
  }

  @Test
  void deadLettersThatWereWrittenBackAreNoTrouble() {
    assertThat(DeadLettersCheck.verdict(List.of()).level()).isEqualTo(Level.OK);
    assertThat(DeadLettersCheck.verdict(List.of(letter(1, NOW))).level()).isEqualTo(Level.OK);
    Verdict open = DeadLettersCheck.verdict(List.of(letter(1, null), letter(2, NOW)));
    assertThat(open.level()).isEqualTo(Level.WARN);
    assertThat(open.text()).contains("1, the newest 0-1: broke 1", "parley dlq list");
  }

  @Test
  void aBrokerThatIsAbsentIsAWarningAndOneThatDoesNotAnswerFails() {
    assertThat(BrokerCheck.absent(Path.of("/data")).level()).isEqualTo(Level.WARN);
    assertThat(BrokerCheck.unreachable("a:1", "no answer").text()).contains("a:1", "no answer");
    assertThat(BrokerCheck.verdict("a:1", 3, Duration.ofMillis(20)).text())
        .isEqualTo("a:1 answers in 20 ms, 3 nodes");
    assertThat(BrokerCheck.verdict("a:1", 3, Duration.ofSeconds(8)).level()).isEqualTo(Level.WARN);
  }
}
