package org.parley.ingest.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.Ids;
import org.parley.contract.Notice;
import org.parley.contract.SourceState;
import org.parley.ingest.feed.poll.ConditionalGet;
import org.parley.ingest.feed.poll.ConditionalGet.Ask;
import org.parley.ingest.feed.poll.Fetched;
import org.parley.ingest.feed.poll.Fetched.Reach;
import org.parley.ingest.schedule.Outage;
import org.parley.outbound.HttpDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls feeds, each call one feed, on virtual threads. Thread-safe.
final class Polls implements Share.Poller {
  private static final Logger LOG = LoggerFactory.getLogger(FeedService.class);

  /// One poll in so many asks for everything, for some servers' validators never change.
  private static final int UNCONDITIONAL = 100;

  /// Where a feed moved to is doubted at every so many failures.
  private static final int DOUBTED = 3;

  /// A body from this size on is read alone: reading takes some twenty times its size.
  private static final int LARGE = 1024 * 1024;

  private final ConditionalGet get;
  private final Judge judge;
  private final Outage outage;
  private final Surroundings surroundings;
  private final Map<String, Instant> rests = new ConcurrentHashMap<>();
  private final Semaphore readers =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final Semaphore largeReader = new Semaphore(1, true);
  private volatile boolean ended;

  /// @param restsWholeHost whether a `Retry-After` counts for the host
  /// @param say writes a notice that is no feed's
  record Surroundings(
      Clock clock,
      RandomGenerator random,
      Tally tally,
      boolean restsWholeHost,
      Consumer<Notice> say) {}

  Polls(ConditionalGet get, Judge judge, Outage outage, Surroundings surroundings) {
    this.get = get;
    this.judge = judge;
    this.outage = outage;
    this.surroundings = surroundings;
  }

  /// What is under way comes to nothing from now on.
  void end() {
    ended = true;
  }

  @Override
  public void poll(Share share, Subscription subscription) {
    Feed feed = subscription.feed();
    Instant now = surroundings.clock().instant();
    Instant rest = rests.get(host(subscription));
    if (rest != null && rest.isAfter(now)) {
      share.postpone(subscription, rest);
      return;
    }
    var round = new Round(share, subscription, feed, subscription.memory().state(), now);
    try {
      Verdict verdict = get.get(ask(round), fetched -> judged(round, fetched));
      settle(round, verdict);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError e) {
      stumbled(round, e);
    }
  }

  /// One poll from beginning to end.
  private record Round(
      Share share,
      Subscription subscription,
      Feed feed,
      @Nullable SourceState known,
      Instant started) {
    @Nullable FeedState before() {
      return known == null ? null : known.feed();
    }
  }

  private void settle(Round round, Verdict verdict) {
    if (!ended && round.share().settle(round.subscription(), verdict)) {
      surroundings.tally().count(verdict);
    }
  }

  /// Whatever a feed can do to us, it stays that feed's trouble.
  private void stumbled(Round round, Throwable e) {
    if (ended) {
      return;
    }
    LOG.error("feed {} cannot be dealt with", round.feed().url(), e);
    settle(round, judge.failed(poll(round, true), "cannot be dealt with: " + e));
  }

  private Ask ask(Round round) {
    FeedState before = round.before();
    URI url = URI.create(address(round.feed(), before));
    if (before == null
        || surroundings.random().nextInt(UNCONDITIONAL) == 0
        || isInTheFuture(before.lastModified(), round.started())) {
      return new Ask(url, null, null);
    }
    return new Ask(url, before.etag(), before.lastModified());
  }

  private static boolean isInTheFuture(@Nullable String lastModified, Instant now) {
    Instant date = lastModified == null ? null : HttpDate.parse(lastModified);
    return date != null && date.isAfter(now);
  }

  private static String address(Feed feed, @Nullable FeedState before) {
    if (before == null || before.movedTo() == null) {
      return feed.url();
    }
    boolean doubted = before.failures() > 0 && before.failures() % DOUBTED == 0;
    return doubted ? feed.url() : before.movedTo();
  }

  private static String host(Subscription subscription) {
    return Feed.host(address(subscription.feed(), subscription.memory().fares()));
  }

  private Verdict judged(Round round, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Failed failed -> failed(round, failed);
      case Fetched.Body body -> {
        answered();
        yield read(body, read -> judge.judge(poll(round, true), read));
      }
      case Fetched.Busy busy -> {
        answered();
        rest(busy);
        yield judge.judge(poll(round, true), busy);
      }
      case Fetched.Unchanged _, Fetched.Gone _ -> {
        answered();
        yield judge.judge(poll(round, true), fetched);
      }
    };
  }

  private Verdict read(Fetched.Body body, Function<Fetched.Body, Verdict> reading) {
    Semaphore turn = body.bytes().length >= LARGE ? largeReader : readers;
    turn.acquireUninterruptibly();
    try {
      return reading.apply(body);
    } finally {
      turn.release();
    }
  }

  private void rest(Fetched.Busy busy) {
    if (surroundings.restsWholeHost() && busy.until() != null) {
      rests.put(busy.host(), busy.until());
    }
  }

  private Judge.Poll poll(Round round, boolean isBlamed) {
    return new Judge.Poll(
        round.feed(),
        round.subscription().memory(),
        round.known(),
        round.subscription().writtenAt(),
        round.started(),
        surroundings.clock().instant(),
        isBlamed);
  }

  private Verdict failed(Round round, Fetched.Failed failed) {
    Judge.Poll blamed = poll(round, true);
    if (failed.reach() == Reach.HOST) {
      answered();
    }
    if (failed.reach() != Reach.NOWHERE || ended) {
      return judge.judge(blamed, failed);
    }
    Outage.Finding finding =
        outage.unreachable(
            host(round.subscription()), () -> forgive(round, blamed, failed.problem()));
    if (finding.began()) {
      finding.forgive().forEach(Runnable::run);
      networkOut();
    }
    return judge.judge(finding.out() ? blamed.unblamed() : blamed, failed);
  }

  private void forgive(Round round, Judge.Poll blamed, String problem) {
    round
        .share()
        .forgive(round.subscription(), round.started(), judge.failed(blamed.unblamed(), problem));
  }

  private void networkOut() {
    String message =
        "most feeds' hosts cannot be reached: the network seems to be out; no feed is blamed, and all"
            + " are polled as usual";
    LOG.warn("feeds: {}", message);
    Instant now = surroundings.clock().instant();
    String id = Ids.notice(Notice.Kind.NETWORK_OUT.label(), now.toString());
    surroundings.say().accept(new Notice(id, Notice.Kind.NETWORK_OUT, "feeds", message, now));
  }

  private void answered() {
    if (outage.answered()) {
      LOG.info("feeds: a host answers again; the network is back");
    }
  }
}
