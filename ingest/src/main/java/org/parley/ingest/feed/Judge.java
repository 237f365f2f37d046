package org.parley.ingest.feed;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.FeedState.Hints;
import org.parley.contract.FeedState.Status;
import org.parley.contract.Ids;
import org.parley.contract.Notice;
import org.parley.contract.SourceState;
import org.parley.ingest.feed.poll.Fetched;
import org.parley.ingest.feed.read.FeedDocument;
import org.parley.ingest.feed.read.FeedReader;
import org.parley.ingest.feed.read.FeedReading;
import org.parley.ingest.schedule.PollSchedule;

/// Decides what came of a poll: what to publish, what to remember, when to poll next. Without Kafka
/// and network; thread-safe.
final class Judge {
  /// An answer that brings nothing is written this long after the last writing.
  static final Duration QUIET = Duration.ofMinutes(15);

  private static final int MAX_TITLE = 300;
  private static final int MAX_PROBLEM = 500;
  private static final FeedState UNPOLLED =
      new FeedState(
          Status.ACTIVE, null, null, null, null, null, null, null, null, 0, null, 0, null);

  private final PollSchedule schedule;
  private final FeedReader reader = new FeedReader();

  Judge(PollSchedule schedule) {
    this.schedule = schedule;
  }

  /// A poll that was made.
  ///
  /// @param memory of the feed's entries
  /// @param known of the feed before the poll; none before the first
  /// @param writtenAt when the feed's state was last written; none before that
  /// @param started when it began
  /// @param ended when the answer was there
  /// @param isBlamed whether a failure is the feed's own, not the network's
  record Poll(
      Feed feed,
      FeedMemory memory,
      @Nullable SourceState known,
      @Nullable Instant writtenAt,
      Instant started,
      Instant ended,
      boolean isBlamed) {
    FeedState before() {
      FeedState feed = known == null ? null : known.feed();
      return feed == null ? UNPOLLED : feed;
    }

    String sha256() {
      return known == null ? "" : known.sha256();
    }

    Poll unblamed() {
      return new Poll(feed, memory, known, writtenAt, started, ended, false);
    }
  }

  Verdict judge(Poll poll, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Unchanged(Duration maxAge, URI movedTo) ->
          unchanged(poll, maxAge, movedTo, poll.before().etag(), poll.before().lastModified());
      case Fetched.Body body -> read(poll, body);
      case Fetched.Gone _ -> gone(poll);
      case Fetched.Busy(String problem, String _, Instant until) -> busy(poll, problem, until);
      case Fetched.Failed(String problem, var _) -> failed(poll, problem);
    };
  }

  private Verdict unchanged(
      Poll poll,
      @Nullable Duration maxAge,
      @Nullable URI movedTo,
      @Nullable String etag,
      @Nullable String lastModified) {
    FeedState before = poll.before();
    Hints hints = Objects.requireNonNullElse(before.hints(), Hints.NONE);
    Instant due = schedule.afterAnswer(poll.feed(), poll.started(), hints, maxAge);
    FeedState now =
        new FeedState(
            Status.ACTIVE,
            before.title(),
            movedTo(poll, movedTo),
            etag,
            lastModified,
            before.hints(),
            poll.started(),
            poll.started(),
            due,
            0,
            null,
            before.entries(),
            before.missedAt());
    Update update =
        new Update(
            state(poll, poll.sha256(), now),
            List.of(),
            List.of(),
            List.of(),
            moved(poll, now),
            isWorthWriting(poll, now));
    return new Verdict(Verdict.Kind.UNCHANGED, update, due);
  }

  private Verdict read(Poll poll, Fetched.Body body) {
    String sha256 = Ids.sha256(body.bytes());
    if (sha256.equals(poll.sha256())) {
      return unchanged(poll, body.maxAge(), body.movedTo(), body.etag(), body.lastModified());
    }
    return switch (reader.read(body.bytes(), body.contentType(), body.url())) {
      case FeedReading.Unreadable(String reason, boolean _) -> failed(poll, reason);
      case FeedReading.Read(FeedDocument document) -> read(poll, body, sha256, document);
    };
  }

  private Verdict read(Poll poll, Fetched.Body body, String sha256, FeedDocument document) {
    Hints hints = hints(document.hints());
    Instant due = schedule.afterAnswer(poll.feed(), poll.started(), hints, body.maxAge());
    var news = DocumentReading.of(poll.memory(), document.entries(), poll.ended());
    FeedState now =
        new FeedState(
            Status.ACTIVE,
            cut(document.title(), MAX_TITLE),
            movedTo(poll, body.movedTo()),
            body.etag(),
            body.lastModified(),
            hints.equals(Hints.NONE) ? null : hints,
            poll.started(),
            poll.started(),
            due,
            0,
            null,
            document.entries().size(),
            news.missed() ? poll.started() : poll.before().missedAt());
    Update update =
        new Update(
            state(poll, sha256, now),
            news.articles(),
            news.changed(),
            news.forgotten(),
            moved(poll, now),
            news.isWorthWriting() || isWorthWriting(poll, now));
    return new Verdict(Verdict.Kind.READ, update, due);
  }

  private Verdict gone(Poll poll) {
    FeedState now = troubled(poll, Status.GONE, "answered 410: it is gone for good", null, true);
    String url = poll.feed().url();
    Notice notice =
        new Notice(
            Ids.notice(Notice.Kind.SOURCE_GONE.label(), url, poll.feed().addedAt().toString()),
            Notice.Kind.SOURCE_GONE,
            url,
            "feed "
                + url
                + " answered 410: it is gone for good and is not polled any more; remove it"
                + " with 'parley feed remove', or remove and add it again to try anew",
            poll.ended());
    return new Verdict(Verdict.Kind.GONE, troubledBy(poll, now, List.of(notice)), null);
  }

  private Verdict busy(Poll poll, String problem, @Nullable Instant until) {
    int failures = poll.before().failures() + 1;
    Instant due = schedule.afterBusy(poll.feed(), poll.started(), failures, until);
    String said =
        until == null
            ? problem
            : problem + " and wants no poll before " + until.truncatedTo(ChronoUnit.SECONDS);
    FeedState now = troubled(poll, Status.ACTIVE, said, due, true);
    return new Verdict(Verdict.Kind.FAILED, troubledBy(poll, now, List.of()), due);
  }

  /// No feed in it, or nothing at all.
  Verdict failed(Poll poll, String problem) {
    int failures = poll.before().failures() + 1;
    Instant due =
        poll.isBlamed()
            ? schedule.afterFailure(poll.feed(), poll.started(), failures)
            : schedule.afterOutage(poll.feed(), poll.started());
    FeedState now = troubled(poll, Status.ACTIVE, problem, due, poll.isBlamed());
    return new Verdict(Verdict.Kind.FAILED, troubledBy(poll, now, List.of()), due);
  }

  private static FeedState troubled(
      Poll poll, Status status, String problem, @Nullable Instant due, boolean blamed) {
    FeedState before = poll.before();
    return new FeedState(
        status,
        before.title(),
        before.movedTo(),
        before.etag(),
        before.lastModified(),
        before.hints(),
        poll.started(),
        before.lastSuccessAt(),
        due,
        before.failures() + (blamed ? 1 : 0),
        cut(problem, MAX_PROBLEM),
        before.entries(),
        before.missedAt());
  }

  private static Update troubledBy(Poll poll, FeedState now, List<Notice> notices) {
    return new Update(
        state(poll, poll.sha256(), now), List.of(), List.of(), List.of(), notices, poll.isBlamed());
  }

  /// What would be missed after a restart: all but times and validators, which a poll more makes up
  /// for.
  private static boolean isWorthWriting(Poll poll, FeedState now) {
    FeedState before = poll.before();
    return poll.writtenAt() == null
        || poll.writtenAt().plus(QUIET).isBefore(poll.ended())
        || before.failures() > 0
        || before.problem() != null
        || before.status() != now.status()
        || !Objects.equals(before.title(), now.title())
        || !Objects.equals(before.movedTo(), now.movedTo())
        || !Objects.equals(before.hints(), now.hints())
        || !Objects.equals(before.missedAt(), now.missedAt());
  }

  private static @Nullable String movedTo(Poll poll, @Nullable URI movedTo) {
    if (movedTo == null) {
      return poll.before().movedTo();
    }
    return movedTo.toString().equals(poll.feed().url()) ? null : movedTo.toString();
  }

  private static List<Notice> moved(Poll poll, FeedState now) {
    String to = now.movedTo();
    if (to == null || to.equals(poll.before().movedTo())) {
      return List.of();
    }
    String url = poll.feed().url();
    return List.of(
        new Notice(
            Ids.notice(Notice.Kind.SOURCE_MOVED.label(), url, to),
            Notice.Kind.SOURCE_MOVED,
            url,
            "feed " + url + " has moved to " + to + " for good and is polled there from now on",
            poll.ended()));
  }

  private static Hints hints(org.parley.ingest.feed.read.Hints asked) {
    List<Duration> every = new ArrayList<>();
    if (asked.ttl() != null) {
      every.add(asked.ttl());
    }
    if (asked.updatePeriod() != null) {
      every.add(asked.updatePeriod());
    }
    return new Hints(
        every.stream().max(Duration::compareTo).orElse(null),
        asked.skipHours().stream().sorted().toList(),
        asked.skipDays().stream().sorted().map(DayOfWeek::name).toList());
  }

  private static SourceState state(Poll poll, String sha256, FeedState now) {
    return state(poll.memory().owner(), poll.feed().url(), sha256, poll.ended(), now);
  }

  private static SourceState state(
      String owner, String url, String sha256, Instant at, FeedState now) {
    return new SourceState(owner, url, null, sha256, null, 0, null, at, now, null);
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most) - 1)) + "…";
  }
}
