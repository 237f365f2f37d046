package org.parley.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.app.feed.FeedHealth.Condition;
import org.parley.contract.FeedState;
import org.parley.contract.FeedState.Status;

class FeedHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private static FeedState state(
      Status status, int failures, @Nullable String problem, @Nullable Instant missedAt) {
    return new FeedState(
        status,
        "News",
        null,
        null,
        null,
        null,
        NOW.minusSeconds(30),
        NOW.minus(Duration.ofMinutes(5)),
        NOW.plus(Duration.ofMinutes(15)),
        failures,
        problem,
        20,
        missedAt);
  }

  @Test
  void oneThatAnswersSaysWhen() {
    FeedHealth health = FeedHealth.of(state(Status.ACTIVE, 0, null, null), NOW);
    assertThat(health.condition()).isEqualTo(Condition.OK);
    assertThat(health.says()).isEqualTo("20 entries, answered 5 min ago, next poll in 15 min");
  }

  @Test
  void aPollThatIsPastIsNotForetold() {
    FeedHealth later =
        FeedHealth.of(state(Status.ACTIVE, 0, null, null), NOW.plus(Duration.ofHours(3)));
    assertThat(later.says()).isEqualTo("20 entries, answered 3 h ago");
  }

  @Test
  void oneThatFailsSaysWhyAndWhenItIsTriedAgain() {
    FeedHealth health = FeedHealth.of(state(Status.ACTIVE, 3, "is an HTML page", null), NOW);
    assertThat(health.condition()).isEqualTo(Condition.FAILING);
    assertThat(health.says())
        .isEqualTo("is an HTML page (3 in a row), answered 5 min ago, next poll in 15 min");
    assertThat(health.condition().isTrouble()).isTrue();
  }

  @Test
  void oneThatIsGoneSaysWhatToDo() {
    FeedHealth health = FeedHealth.of(state(Status.GONE, 0, null, null), NOW);
    assertThat(health.condition()).isEqualTo(Condition.GONE);
    assertThat(health.says()).contains("410 Gone", "remove it");
  }

  @Test
  void missedEntriesAreToldForADay() {
    var lately = FeedHealth.of(state(Status.ACTIVE, 0, null, NOW.minusSeconds(60)), NOW);
    assertThat(lately.condition()).isEqualTo(Condition.MISSED);
    Instant longAgo = NOW.minus(Duration.ofDays(3));
    var before = FeedHealth.of(state(Status.ACTIVE, 0, null, longAgo), NOW);
    assertThat(before.condition()).isEqualTo(Condition.OK);
  }

  @Test
  void oneThatWasNeverPolledIsNew() {
    assertThat(FeedHealth.of(null, NOW).condition()).isEqualTo(Condition.NEW);
  }
}
