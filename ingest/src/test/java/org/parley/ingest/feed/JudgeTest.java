package org.parley.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.Notice;
import org.parley.ingest.feed.poll.Fetched;
import org.parley.ingest.feed.poll.Fetched.Reach;
import org.parley.ingest.schedule.Pace;
import org.parley.ingest.schedule.PollSchedule;

class JudgeTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final String URL = "http://example.org/feed";
  private static final String RSS =
      "<rss version=\"2.0\"><channel><title>News</title><link>http://example.org/</link>"
          + "<description>d</description><ttl>60</ttl><item><guid>a</guid><title>Truce</title>"
          + "<description>A truce is in sight, they say.</description></item></channel></rss>";

  private final Judge judge = new Judge(new PollSchedule(Pace.fixed(QUARTER), true, new Random(7)));
  private final FeedMemory memory = new FeedMemory(URL, "example.org");
  private @Nullable Instant writtenAt;
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void remembersWhatTheNextPollHasToKnow() {
    Verdict verdict = judge(body(RSS, "\"1\"", null));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.READ);
    assertThat(verdict.update().articles()).hasSize(1);
    assertThat(verdict.update().isWorthWriting()).isTrue();
    FeedState fares = fares();
    assertThat(fares.title()).isEqualTo("News");
    assertThat(fares.etag()).isEqualTo("\"1\"");
    assertThat(fares.entries()).isEqualTo(1);
    assertThat(fares.nextPollAt()).isEqualTo(now.plus(Duration.ofHours(1)));
    assertThat(fares.hints())
        .isEqualTo(new FeedState.Hints(Duration.ofHours(1), List.of(), List.of()));

    now = now.plus(Duration.ofHours(1));
    assertThat(judge(new Fetched.Unchanged(null, null)).due())
        .isEqualTo(now.plus(Duration.ofHours(1)));
  }

  @Test
  void knowsTheSameBodyWithoutValidators() {
    judge(body(RSS, null, null));
    Verdict same = judge(body(RSS, "\"2\"", null));
    assertThat(same.kind()).isEqualTo(Verdict.Kind.UNCHANGED);
    assertThat(same.update().isWorthWriting()).isFalse();
    assertThat(fares().etag()).isEqualTo("\"2\"");
  }

  @Test
  void writesAnAnswerThatBringsNothingOnceInAWhile() {
    judge(body(RSS, "\"1\"", null));
    int written = 0;
    for (int minute = 0; minute < 60; minute++) {
      now = now.plusSeconds(60);
      written += judge(new Fetched.Unchanged(null, null)).update().isWorthWriting() ? 1 : 0;
    }
    assertThat(written).isEqualTo(3);
  }

  @Test
  void countsFailuresInARowAndForgetsThemAtTheFirstAnswer() {
    judge(body(RSS, "\"1\"", null));
    for (int failures = 1; failures <= 5; failures++) {
      Verdict failed = judge(new Fetched.Failed("answered 500", Reach.HOST));
      assertThat(failed.update().isWorthWriting()).isTrue();
      assertThat(fares().failures()).isEqualTo(failures);
      assertThat(fares().problem()).isEqualTo("answered 500");
      assertThat(Duration.between(now, Objects.requireNonNull(failed.due())))
          .isGreaterThan(QUARTER.multipliedBy(1L << (failures - 1)).multipliedBy(8).dividedBy(10));
    }
    assertThat(fares().etag()).isEqualTo("\"1\"");
    Verdict back = judge(new Fetched.Unchanged(null, null));
    assertThat(back.update().isWorthWriting()).isTrue();
    assertThat(fares().failures()).isZero();
    assertThat(fares().problem()).isNull();
    assertThat(fares().lastSuccessAt()).isEqualTo(now);
  }

  @Test
  void blamesNoFeedForTheNetwork() {
    judge(body(RSS, "\"1\"", null));
    Judge.Poll poll = poll().unblamed();
    Verdict verdict = judge.judge(poll, new Fetched.Failed("refuses", Reach.NOWHERE));
    assertThat(verdict.update().isWorthWriting()).isFalse();
    FeedState fares = Objects.requireNonNull(verdict.update().feed().feed());
    assertThat(fares.failures()).isZero();
    assertThat(fares.problem()).isEqualTo("refuses");
    assertThat(Duration.between(now, Objects.requireNonNull(verdict.due())))
        .isLessThan(Duration.ofMinutes(17));
  }

  @Test
  void keepsTheValidatorsOfTheLastGoodAnswerWhenOneIsBroken() {
    judge(body(RSS, "\"1\"", null));
    Verdict broken = judge(body("<html><body>Sign in</body></html>", "\"2\"", null));
    assertThat(broken.kind()).isEqualTo(Verdict.Kind.FAILED);
    assertThat(fares().etag()).isEqualTo("\"1\"");
    assertThat(fares().problem()).isNotBlank();
    assertThat(broken.update().articles()).isEmpty();
  }

  @Test
  void followsAMoveForGoodAndSaysSoOnce() {
    URI there = URI.create("http://example.net/new");
    Verdict moved = judge(body(RSS, "\"1\"", there));
    assertThat(fares().movedTo()).isEqualTo(there.toString());
    assertThat(moved.update().notices())
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(Notice.Kind.SOURCE_MOVED);
          assertThat(notice.message()).contains(URL, there.toString());
        });
    assertThat(judge(new Fetched.Unchanged(null, null)).update().notices()).isEmpty();
    assertThat(fares().movedTo()).isEqualTo(there.toString());
    judge(new Fetched.Unchanged(null, URI.create(URL)));
    assertThat(fares().movedTo()).isNull();
  }

  @Test
  void endsThePollingOfAFeedThatIsGone() {
    judge(body(RSS, "\"1\"", null));
    Verdict gone = judge(new Fetched.Gone());
    assertThat(gone.due()).isNull();
    assertThat(fares().status()).isEqualTo(FeedState.Status.GONE);
    assertThat(gone.update().notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.SOURCE_GONE));
  }

  @Test
  void saysUntilWhenAFeedWantsQuiet() {
    Instant until = now.plus(Duration.ofHours(2));
    Verdict busy = judge(new Fetched.Busy("answered 429", "example.org", until));
    assertThat(busy.due()).isEqualTo(until);
    assertThat(fares().problem())
        .isEqualTo("answered 429 and wants no poll before 2026-03-01T14:00:00Z");
  }

  private Verdict judge(Fetched fetched) {
    Verdict verdict = judge.judge(poll(), fetched);
    Update update = verdict.update();
    memory.put(update.feed());
    update.entries().forEach(memory::put);
    if (update.isWorthWriting()) {
      writtenAt = now;
    }
    return verdict;
  }

  private Judge.Poll poll() {
    return new Judge.Poll(
        new Feed(URL, null, null, now), memory, memory.state(), writtenAt, now, now, true);
  }

  private FeedState fares() {
    return Objects.requireNonNull(memory.fares());
  }

  private static Fetched.Body body(String text, @Nullable String etag, @Nullable URI movedTo) {
    return new Fetched.Body(
        text.getBytes(StandardCharsets.UTF_8),
        "application/rss+xml",
        URI.create(URL),
        etag,
        null,
        null,
        movedTo);
  }
}
