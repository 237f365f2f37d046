package org.parley.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.Article;
import org.parley.contract.Feed;
import org.parley.ingest.feed.FeedSettings.Polling;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;
import org.parley.testkit.FeedSite;
import org.parley.testkit.ScriptedFeed;
import org.parley.testkit.TestWorld;

class BrokerAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;

  @Test
  void waitsForABrokerThatIsAwayAndPublishesNothingTwice() {
    EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.in(folder).withPort(0));
    String servers = broker.bootstrapServers();
    int port = Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
    try (FeedSite site = FeedSite.of(2)) {
      ScriptedFeed one = site.feed(0, "/news").add("a", "Truce in sight");
      ScriptedFeed other = site.feed(1, "/news").add("b", "Talks resume");
      FeedService service = begin(servers, one, other);
      try (service) {
        broker.close();
        one.add("c", "Envoys arrive");
        Awaitility.await().atMost(PATIENCE).until(() -> service.trouble() != null);
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.in(folder).withPort(port));
        try (var kafka = new TestWorld(servers, "away")) {
          var articles = kafka.read(kafka.world().articles());
          assertThat(articles.values(3))
              .extracting(Article::title)
              .containsExactlyInAnyOrder("Truce in sight", "Talks resume", "Envoys arrive");
          other.add("d", "Envoys leave");
          assertThat(articles.next().title()).isEqualTo("Envoys leave");
          assertThat(articles.rest()).isEmpty();
          Awaitility.await().atMost(PATIENCE).until(service::isRunning);
          assertThat(service.trouble()).isNull();
          assertThat(service.counts().failed()).isZero();
          service.close(Duration.ofSeconds(10));
        }
      }
    } finally {
      broker.close();
    }
  }

  /// With what both feeds have published.
  private static FeedService begin(String servers, ScriptedFeed... feeds) {
    // Not closed: that would delete its topics.
    var kafka = new TestWorld(servers, "away");
    kafka.createTopics();
    for (ScriptedFeed feed : feeds) {
      String url = feed.uri().toString();
      kafka.write(
          kafka.world().feeds(), url, new Feed(url, null, null, Clock.systemUTC().instant()));
    }
    var http = GuardedHttp.Settings.of(AddressPolicy.allowing(List.of("loopback")));
    var settings =
        FeedSettings.of(kafka.world(), Map.of("bootstrap.servers", servers), "one", http)
            .withLimit(Duration.ofSeconds(3))
            .withPolling(Polling.STANDARD.withInterval(Duration.ofSeconds(1)));
    FeedService service = FeedService.start(settings);
    kafka.read(kafka.world().articles()).values(feeds.length);
    return service;
  }
}
