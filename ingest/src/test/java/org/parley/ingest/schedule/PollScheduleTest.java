package org.parley.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Feed;
import org.parley.contract.FeedState.Hints;

class PollScheduleTest {
  /// A Sunday.
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration DAY = Duration.ofDays(1);

  private final PollSchedule schedule = schedule(true);
  private final Feed feed = feed(null);

  @Test
  void spreadsTheIntervalByATenthEitherWay() {
    var waits = new TreeSet<Duration>();
    for (int i = 0; i < 1000; i++) {
      waits.add(wait(schedule.afterAnswer(feed, NOW, Hints.NONE, null)));
    }
    assertThat(waits.first()).isBetween(QUARTER.multipliedBy(9).dividedBy(10), QUARTER);
    assertThat(waits.last()).isBetween(QUARTER, QUARTER.multipliedBy(11).dividedBy(10));
    assertThat(waits.size()).isGreaterThan(900);
  }

  @Test
  void pollsAFeedAtItsOwnInterval() {
    Instant due = schedule.afterAnswer(feed(Duration.ofHours(48)), NOW, Hints.NONE, null);
    assertThat(wait(due)).isBetween(Duration.ofHours(43), Duration.ofHours(53));
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H,  ,      PT1H",
    "PT1H,  PT2H,  PT2H",
    ",      PT30M, PT30M",
    "PT48H, ,      PT24H",
    ",      PT999H,PT24H",
  })
  void waitsAsLongAsTheFeedAsksButNeverMoreThanADay(
      @Nullable Duration every, @Nullable Duration maxAge, Duration wait) {
    var hints = new Hints(every, List.of(), List.of());
    assertThat(wait(schedule.afterAnswer(feed, NOW, hints, maxAge))).isEqualTo(wait);
  }

  @Test
  void doesNotLetAHintShortenTheInterval() {
    var hints = new Hints(Duration.ofSeconds(1), List.of(), List.of());
    assertThat(wait(schedule.afterAnswer(feed, NOW, hints, Duration.ZERO)))
        .isGreaterThan(Duration.ofMinutes(13));
  }

  @Test
  void leavesOutTheHoursAndDaysToSkip() {
    var hours = new Hints(null, List.of(12, 13), List.of());
    assertThat(schedule.afterAnswer(feed, NOW, hours, null)).isEqualTo("2026-03-01T14:00:00Z");
    var days = new Hints(null, List.of(0, 1), List.of("SUNDAY"));
    assertThat(schedule.afterAnswer(feed, NOW, days, null)).isEqualTo("2026-03-02T02:00:00Z");
  }

  @Test
  void isNotSilencedByAFeedThatAlwaysSkips() {
    List<String> week =
        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
    assertThat(wait(schedule.afterAnswer(feed, NOW, new Hints(null, List.of(), week), null)))
        .isEqualTo(DAY);
  }

  @Test
  void passesOverHintsWhenToldTo() {
    var hints = new Hints(Duration.ofHours(5), List.of(12), List.of("SUNDAY"));
    assertThat(wait(schedule(false).afterAnswer(feed, NOW, hints, DAY)))
        .isLessThan(Duration.ofMinutes(17));
  }

  @ParameterizedTest
  @CsvSource({"1, PT15M", "2, PT30M", "3, PT1H", "7, PT16H", "8, PT24H", "1000000, PT24H"})
  void doublesTheWaitAfterEachFailureUpToADay(int failures, Duration wait) {
    assertThat(wait(schedule.afterFailure(feed, NOW, failures)))
        .isBetween(wait.multipliedBy(9).dividedBy(10), wait.multipliedBy(11).dividedBy(10));
  }

  @Test
  void asksAgainWhenAFeedSaidItMayAndNotBefore() {
    Instant until = NOW.plus(Duration.ofHours(3));
    assertThat(schedule.afterBusy(feed, NOW, 1, until)).isEqualTo(until);
    assertThat(wait(schedule.afterBusy(feed, NOW, 1, NOW.plusSeconds(1))))
        .isGreaterThan(Duration.ofMinutes(13));
    assertThat(wait(schedule.afterBusy(feed, NOW, 3, null))).isGreaterThan(Duration.ofMinutes(50));
  }

  @Test
  void spreadsFirstPollsWithinAnInterval() {
    for (int i = 0; i < 100; i++) {
      assertThat(wait(schedule.first(feed, NOW, 1))).isLessThan(Duration.ofMillis(51));
      assertThat(wait(schedule.first(feed, NOW, 1_000_000))).isLessThan(QUARTER);
    }
  }

  private static Duration wait(Instant due) {
    return Duration.between(NOW, due);
  }

  private static PollSchedule schedule(boolean obeysHints) {
    return new PollSchedule(Pace.fixed(QUARTER), obeysHints, new Random(7));
  }

  private static Feed feed(@Nullable Duration interval) {
    return new Feed("http://example.org/feed", null, interval, NOW);
  }
}
