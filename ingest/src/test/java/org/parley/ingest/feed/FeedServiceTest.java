package org.parley.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Article;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.Notice;
import org.parley.contract.SourceState;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.ingest.feed.FeedSettings.Polling;
import org.parley.ingest.publish.SourcePublisher;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;
import org.parley.testkit.Answer;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.FeedSite;
import org.parley.testkit.ScriptedFeed;
import org.parley.testkit.TestWorld;
import org.parley.testkit.TopicReader;

@ExtendWith(BrokerExtension.class)
class FeedServiceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<FeedService> services = new ArrayList<>();
  private final FeedSite site = FeedSite.of(8);

  @BeforeEach
  void topics(TestWorld kafka) {
    kafka.createTopics();
  }

  @AfterEach
  void end() {
    services.forEach(service -> service.close(SECOND));
    site.close();
  }

  @Test
  void publishesEveryEntryOnceAndAnEditedOneAsARevision(TestWorld kafka) {
    ScriptedFeed feed = site.feed(0, "/news").add("a", "Truce in sight").add("b", "Talks resume");
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    add(kafka, feed);
    FeedService service = start(kafka, "one");

    assertThat(articles.values(2))
        .extracting(Article::title)
        .containsExactlyInAnyOrder("Truce in sight", "Talks resume");
    feed.add("c", "Envoys arrive");
    assertThat(articles.next().title()).isEqualTo("Envoys arrive");
    feed.edit(FeedServiceTest::corrected);

    List<Article> revisions = articles.values(3);
    assertThat(revisions).allMatch(article -> article.revision() == 2);
    assertThat(revisions).extracting(Article::text).allMatch(text -> text.contains("Correction"));
    site.awaitRequests(0, "/news", site.requests(0, "/news").size() + 2);
    assertThat(articles.rest()).isEmpty();
    FeedCounts counts = service.counts();
    assertThat(counts.feeds()).isEqualTo(1);
    assertThat(counts.articles()).isEqualTo(6);
    assertThat(counts.revisions()).isEqualTo(3);
    assertThat(counts.failed()).isZero();
    assertThat(counts.unchanged()).isPositive();
  }

  private static ScriptedFeed.Entry corrected(ScriptedFeed.Entry entry) {
    return new ScriptedFeed.Entry(
        entry.guid(),
        entry.link(),
        entry.title(),
        entry.publishedAt(),
        entry.html() + "<p>Correction: it was Wednesday, not Tuesday.</p>");
  }

  @Test
  void publishesNothingAgainAfterARestartOrAMigrationOrAMove(TestWorld kafka) {
    ScriptedFeed feed = site.feed(0, "/news").add("a", "Truce in sight").add("b", "Talks resume");
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    add(kafka, feed);
    FeedService first = start(kafka, "one");
    articles.values(2);
    awaitFares(first, feed, fares -> fares.lastSuccessAt() != null);
    assertThat(first.close(Duration.ofSeconds(10))).isTrue();

    // Other GUIDs, other links: only titles and dates are what they were.
    feed.edit(old ->
        new ScriptedFeed.Entry(
            old.guid() + "-new",
            old.link().replace("http://", "http://www."),
            old.title(),
            old.publishedAt(),
            old.html()));
    ScriptedFeed moved = site.feed(1, "/feed.xml");
    feed.edit(entry -> {
      moved.add(entry);
      return entry;
    });
    site.answer(0, "/news", Answer.status(301).with("Location", moved.uri().toString()));
    FeedService second = start(kafka, "one");
    awaitFares(second, feed, fares -> moved.uri().toString().equals(fares.movedTo()));
    int before = site.requests(0, "/news").size();
    site.awaitRequests(1, "/feed.xml", 3);
    assertThat(site.requests(0, "/news")).hasSize(before);

    moved.add("c", "Envoys arrive");
    assertThat(articles.next().title()).isEqualTo("Envoys arrive");
    assertThat(articles.rest()).isEmpty();
    assertThat(kafka.read(kafka.world().notices()).next().kind())
        .isEqualTo(Notice.Kind.SOURCE_MOVED);
  }

  @Test
  void namesEachFeedsTroubleAndNeverLetsItStopAnother(TestWorld kafka) {
    ScriptedFeed sound = site.feed(0, "/sound").add("a", "Truce in sight");
    site.answer(1, "/gone", Answer.status(410));
    site.answer(
        2,
        "/page",
        Answer.ok()
            .with("Content-Type", "text/html")
            .saying("<!doctype html><html><body>Sign in</body></html>"));
    site.answer(3, "/bomb", Answer.gzipBomb(64L * 1024 * 1024));
    site.answer(4, "/stalled", Answer.stalledBody());
    site.answer(5, "/broken", Answer.ok().saying("<rss><channel><item><title>no end"));
    site.answer(6, "/missing", Answer.status(404));
    site.answer(7, "/busy", Answer.status(429).with("Retry-After", "3600"));
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    add(kafka, sound);
    List.of("1/gone", "2/page", "3/bomb", "4/stalled", "5/broken", "6/missing", "7/busy")
        .forEach(
            feed -> add(kafka, site.uri(feed.charAt(0) - '0', feed.substring(1)).toString(), null));
    FeedService service = start(kafka, "one");

    articles.next();
    for (int i = 0; i < 5; i++) {
      sound.add("n" + i, "News number " + i);
      assertThat(articles.next().title()).isEqualTo("News number " + i);
    }
    await()
        .untilAsserted(() ->
            assertThat(problems(service))
                .containsEntry("/gone", "answered 410: it is gone for good")
                .containsEntry("/page", "is an HTML page, not a feed")
                .containsEntry("/bomb", "gave 10 MB and more")
                .hasEntrySatisfying("/stalled", said -> assertThat(said).contains("in time"))
                .containsEntry("/missing", "answered 404")
                .hasEntrySatisfying("/busy", said -> assertThat(said).startsWith("answered 429"))
                .containsKey("/broken")
                .hasSize(7));
    assertThat(site.requests(1, "/gone")).hasSize(1);
    assertThat(site.requests(7, "/busy")).hasSize(1);
    assertThat(site.overlaps()).isZero();
    assertThat(kafka.read(kafka.world().notices()).next().kind())
        .isEqualTo(Notice.Kind.SOURCE_GONE);
  }

  private static Map<String, String> problems(FeedService service) {
    var problems = new TreeMap<String, String>();
    for (FeedHealth feed : service.health()) {
      FeedState state = feed.state();
      if (state != null && state.problem() != null) {
        problems.put(URI.create(feed.feed().url()).getPath(), state.problem());
      }
    }
    return problems;
  }

  @Test
  void asksAHostForOneThingAtATime(TestWorld kafka) {
    var gate = new CountDownLatch(1);
    site.answer(0, "/slow", Answer.held(gate, Answer.status(404)));
    ScriptedFeed other = site.feed(0, "/other").add("a", "Truce in sight");
    ScriptedFeed elsewhere = site.feed(1, "/news").add("b", "Talks resume");
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    add(kafka, site.uri(0, "/slow").toString(), null);
    FeedService service = start(kafka, "one");
    site.awaitRequests(0, "/slow", 1);
    add(kafka, other);
    add(kafka, elsewhere);

    assertThat(articles.next().title()).isEqualTo("Talks resume");
    assertThat(site.requests(0, "/other")).isEmpty();
    gate.countDown();
    assertThat(articles.next().title()).isEqualTo("Truce in sight");
    assertThat(service.counts().feeds()).isEqualTo(3);
    assertThat(site.overlaps()).isZero();
  }

  @Test
  void pollsAFeedFromWhenItIsAddedUntilItIsRemoved(TestWorld kafka) throws Exception {
    ScriptedFeed feed = site.feed(0, "/news").add("a", "Truce in sight");
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    FeedService service = start(kafka, "one");
    service.awaitRunning(Duration.ofSeconds(60));
    assertThat(service.counts().partitions()).isEqualTo(4);

    add(kafka, feed);
    articles.next();
    kafka.write(kafka.world().feeds(), feed.uri().toString(), null);
    await().until(() -> service.counts().feeds() == 0);
    feed.add("b", "Talks resume");
    int requests = site.requests(0, "/news").size();
    add(kafka, feed);
    assertThat(articles.next().title()).isEqualTo("Talks resume");
    assertThat(site.requests(0, "/news").size()).isGreaterThan(requests);
  }

  @Test
  void saysWhenAllEntriesAreNew(TestWorld kafka) {
    ScriptedFeed feed = site.feed(0, "/news").window(2).add("a", "One").add("b", "Two");
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    add(kafka, feed);
    FeedService service = start(kafka, "one");
    articles.values(2);
    assertThat(awaitFares(service, feed, fares -> fares.entries() == 2).missedAt()).isNull();

    synchronized (feed) {
      feed.add("c", "Three").add("d", "Four").add("e", "Five");
    }
    assertThat(articles.values(2))
        .extracting(Article::title)
        .containsExactlyInAnyOrder("Four", "Five");
    awaitFares(service, feed, fares -> fares.missedAt() != null);
  }

  @Test
  void sharesTheFeedsAmongInstancesAndTakesOverFromOneThatIsGone(TestWorld kafka) {
    List<ScriptedFeed> feeds = new ArrayList<>();
    for (int host = 0; host < 8; host++) {
      feeds.add(site.feed(host, "/news").add("a", "First of " + host));
      add(kafka, feeds.getLast());
    }
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    FeedService one = start(kafka, "one");
    FeedService other = start(kafka, "other");
    Set<String> titles = new HashSet<>();
    articles.values(8).forEach(article -> titles.add(article.title()));
    await().until(() -> one.counts().partitions() == 2 && other.counts().partitions() == 2);

    for (int round = 0; round < 5; round++) {
      String name = "r" + round;
      feeds.forEach(feed -> feed.add(name, name + " of " + feed.uri().getHost()));
      articles.values(8).forEach(article -> titles.add(article.title()));
      if (round == 2) {
        one.close(SECOND);
      }
    }
    assertThat(titles).hasSize(48);
    await().until(() -> other.counts().partitions() == 4 && other.counts().feeds() == 8);
    assertThat(articles.rest()).isEmpty();
    assertThat(site.overlaps()).isZero();
  }

  @Test
  void recoversFromBeingFencedAndPublishesNothingTwice(TestWorld kafka) {
    ScriptedFeed feed = site.feed(0, "/news").add("a", "Truce in sight");
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    add(kafka, feed);
    FeedService service = start(kafka, "one");
    articles.next();

    int partition = SourcePublisher.partition(kafka.world().sources(), "127.0.0.2");
    var to =
        new SourcePublisher.Kafka(
            kafka.world(), client(kafka), Duration.ofSeconds(30), Clock.systemUTC());
    try (var thief = SourcePublisher.ofFeeds(to, partition)) {
      assertThat(thief.states()).extracting(SourceState::name).contains(feed.uri().toString());
      feed.add("b", "Talks resume");
      assertThat(articles.next().title()).isEqualTo("Talks resume");
    }
    feed.add("c", "Envoys arrive");
    assertThat(articles.next().title()).isEqualTo("Envoys arrive");
    assertThat(articles.rest()).isEmpty();
    assertThat(service.trouble()).isNull();
  }

  @Test
  void keepsWhatMustSurviveInTheTopicOfSources(TestWorld kafka) {
    ScriptedFeed feed = site.feed(0, "/news").window(1).add("a", "One").add("b", "Two");
    TopicReader<Article> articles = kafka.read(kafka.world().articles());
    add(kafka, feed);
    FeedService service = start(kafka, "one");
    articles.next();
    feed.add("c", "Three");
    articles.next();
    service.close(Duration.ofSeconds(10));

    Map<String, SourceState> states =
        new TopicSnapshot(client(kafka), Duration.ofSeconds(30)).latest(kafka.world().sources());
    String url = feed.uri().toString();
    assertThat(states).containsOnlyKeys(url, url + "#tag:127.0.0.2:b", url + "#tag:127.0.0.2:c");
    SourceState whole = Objects.requireNonNull(states.get(url));
    FeedState fares = Objects.requireNonNull(whole.feed());
    assertThat(whole.owner()).isEqualTo("127.0.0.2");
    assertThat(fares.title()).isEqualTo("News of 127.0.0.2");
    assertThat(fares.etag()).startsWith("\"");
    assertThat(goneAt(states, url + "#tag:127.0.0.2:b")).isNotNull();
    assertThat(goneAt(states, url + "#tag:127.0.0.2:c")).isNull();
  }

  private static @Nullable Instant goneAt(Map<String, SourceState> states, String key) {
    return Objects.requireNonNull(Objects.requireNonNull(states.get(key)).seen()).goneAt();
  }

  private interface Fares {
    boolean are(FeedState state);
  }

  private FeedState awaitFares(FeedService service, ScriptedFeed feed, Fares wanted) {
    return await()
        .until(
            () ->
                service.health().stream()
                    .filter(health -> health.feed().url().equals(feed.uri().toString()))
                    .map(FeedHealth::state)
                    .filter(state -> state != null && wanted.are(state))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(90));
  }

  private static void add(TestWorld kafka, ScriptedFeed feed) {
    add(kafka, feed.uri().toString(), null);
  }

  private static void add(TestWorld kafka, String url, @Nullable Duration interval) {
    kafka.write(
        kafka.world().feeds(), url, new Feed(url, null, interval, Clock.systemUTC().instant()));
  }

  private FeedService start(TestWorld kafka, String instance) {
    var http = GuardedHttp.Settings.of(AddressPolicy.allowing(List.of("loopback")));
    var settings =
        FeedSettings.of(kafka.world(), client(kafka), kafka.world().id(instance), http)
            .withPolling(Polling.STANDARD.withInterval(SECOND).withDeadline(Duration.ofSeconds(3)));
    FeedService service = FeedService.start(settings);
    services.add(service);
    return service;
  }

  private static Map<String, String> client(TestWorld kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }
}
