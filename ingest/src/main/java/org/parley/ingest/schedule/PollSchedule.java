package org.parley.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.FeedState.Hints;

/// When a feed is polled next. The interval counts from the start of a poll and is spread by a
/// tenth either way, so that feeds which were added together do not stay together.
///
/// What a feed asks for (`Cache-Control: max-age`, `ttl`, `sy:updatePeriod`, `skipHours`,
/// `skipDays`) only ever lengthens the wait, and never beyond a day: no hint silences a feed. A
/// failure doubles the wait, up to a day, and never ends the polling. Thread-safe if `random` is.
public final class PollSchedule {
  /// The longest that hints, `Retry-After` or failures put a poll off.
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final double JITTER = 0.1;
  private static final Duration FIRST_POLLS_APART = Duration.ofMillis(50);
  private static final int MOST_DOUBLINGS = 40;

  private final Pace pace;
  private final boolean obeysHints;
  private final RandomGenerator random;

  /// @param obeysHints whether what feeds ask for counts
  public PollSchedule(Pace pace, boolean obeysHints, RandomGenerator random) {
    this.pace = pace;
    this.obeysHints = obeysHints;
    this.random = random;
  }

  /// Of a feed whose poll is overdue, or that was never polled.
  ///
  /// @param together how many such feeds there are at this moment: they are spread, some twenty a
  ///   second, within an interval
  public Instant first(Feed feed, Instant now, int together) {
    Duration spread = FIRST_POLLS_APART.multipliedBy(together);
    Duration interval = pace.interval(feed);
    Duration within = spread.compareTo(interval) < 0 ? spread : interval;
    return now.plusMillis((long) (within.toMillis() * random.nextDouble()));
  }

  /// The latest that a feed may be polled which nothing holds back.
  public Instant atLatest(Feed feed, Instant now) {
    return now.plus(pace.interval(feed));
  }

  /// After the feed answered.
  ///
  /// @param started when the poll began
  /// @param hints of the document last read
  /// @param maxAge that the answer asks to be kept for
  public Instant afterAnswer(Feed feed, Instant started, Hints hints, @Nullable Duration maxAge) {
    Instant due = started.plus(spread(pace.interval(feed)));
    if (!obeysHints) {
      return due;
    }
    Instant latest = later(due, started.plus(LONGEST));
    Instant asked = later(due, later(plus(started, maxAge), plus(started, hints.every())));
    return earlier(afterSkips(earlier(asked, latest), hints), latest);
  }

  /// After a failure that is the feed's own.
  ///
  /// @param failures in a row, this one included
  public Instant afterFailure(Feed feed, Instant started, int failures) {
    Duration interval = pace.interval(feed);
    Duration wait = interval;
    for (int i = 1; i < Math.min(failures, MOST_DOUBLINGS) && wait.compareTo(LONGEST) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    boolean tooLong = wait.compareTo(LONGEST) > 0 && interval.compareTo(LONGEST) < 0;
    return started.plus(spread(tooLong ? LONGEST : wait));
  }

  /// After the feed asked for quiet.
  ///
  /// @param until when it may be asked again; none where it did not say, which is a failure like
  ///   any
  public Instant afterBusy(Feed feed, Instant started, int failures, @Nullable Instant until) {
    return until == null
        ? afterFailure(feed, started, failures)
        : later(until, started.plus(spread(pace.interval(feed))));
  }

  /// After a failure that no feed is blamed for.
  public Instant afterOutage(Feed feed, Instant started) {
    return started.plus(spread(pace.interval(feed)));
  }

  private Duration spread(Duration wait) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.max(1, (long) (wait.toMillis() * factor)));
  }

  /// Out of the hours and days at which the feed is not to be polled; where that is all of them, a
  /// day on.
  private static Instant afterSkips(Instant due, Hints hints) {
    ZonedDateTime time = due.atZone(ZoneOffset.UTC);
    ZonedDateTime last = time.plus(LONGEST);
    while (isSkipped(time, hints) && time.isBefore(last)) {
      time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return time.toInstant();
  }

  private static boolean isSkipped(ZonedDateTime time, Hints hints) {
    return hints.skipHours().contains(time.getHour())
        || hints.skipDays().contains(time.getDayOfWeek().name());
  }

  private static Instant plus(Instant start, @Nullable Duration wait) {
    return wait == null || wait.isNegative()
        ? start
        : start.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
