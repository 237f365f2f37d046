package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.crash.Deliveries.Delivered;
import org.parley.contract.Json;
import org.parley.testkit.WebhookReceiver;

/// `parley run` is killed at random moments, while corpora are ingested and feeds polled, and
/// nothing is lost, doubled or different for it. `-Dparley.kill.rounds=20` for the whole test,
/// `-Dparley.kill.seed=…` to see the same moments and texts again.
class KillRoundsTest {
  private static final int ROUNDS = Integer.getInteger("parley.kill.rounds", 3);
  private static final long SEED = Long.getLong("parley.kill.seed", System.nanoTime());
  private static final int LATEST_MILLIS = 6000;
  private static final int WIPED_ONE_IN = 4;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Deliveries deliveries = new Deliveries();
  private final List<Instant> kills = new ArrayList<>();

  @Test
  @Timeout(value = 45, unit = TimeUnit.MINUTES)
  void nothingIsLostOrDoubledHoweverOftenItIsKilled() throws Exception {
    say("%d rounds, -Dparley.kill.seed=%d", ROUNDS, SEED);
    try (var receiver = WebhookReceiver.answering(deliveries)) {
      Installation parley = Installation.in(folder, receiver.uri("/hook"));
      try (var feeds = new GrowingFeeds();
          var feeder = Feeder.killed(parley, folder, SEED)) {
        for (int round = 1; round <= ROUNDS; round++) {
          feeds.grow();
          round(parley, feeds, round);
          feeder.check();
        }
        check(parley, feeds, feeder);
      }
    }
  }

  private void check(Installation parley, GrowingFeeds feeds, Feeder feeder) throws Exception {
    try (ParleyProcess last = parley.run()) {
      last.awaitLine("ready;");
      var books = new Books(parley, folder.resolve("undisturbed"));
      Map<String, Integer> articles = new HashMap<>(feeder.finish());
      articles.putAll(feeds.revisions());
      books.check(articles, deliveries, kills);
      assertThat(last.isAlive()).as("%s", last).isTrue();
      say("%s; %d requests", feeder, deliveries.all().size());
      List<Deliveries.Result> results = books.results();
      long inFlight = kills.stream().mapToLong(kill -> deliveries.inFlight(kill, results)).sum();
      say("%d repeats, %d attempts in flight at the kills", deliveries.repeats(), inFlight);
      sayRestarts();
    }
  }

  private void round(Installation parley, GrowingFeeds feeds, int round) throws IOException {
    boolean wiped = round > 1 && random.nextInt(WIPED_ONE_IN) == 0;
    if (wiped) {
      parley.wipeState();
    }
    boolean started = round == 1 || random.nextInt(3) > 0;
    var moment = Duration.ofMillis(random.nextInt(LATEST_MILLIS));
    try (ParleyProcess run = parley.run()) {
      if (started) {
        run.awaitLine("ready;");
      }
      if (round == 1) {
        feeds.addTo(parley);
      }
      assertThat(run.endsWithin(moment)).as("ended by itself: %s", run).isFalse();
      kills.add(Deliveries.CLOCK.instant());
      run.kill();
    }
    say(
        "round %d: killed %d ms after its %s%s, %d requests so far",
        round,
        moment.toMillis(),
        started ? "start was done" : "start",
        wiped ? ", its state wiped before" : "",
        deliveries.all().size());
  }

  /// From each kill to the first alert of an article that came after it.
  private void sayRestarts() {
    for (int i = 0; i < kills.size(); i++) {
      Instant kill = kills.get(i);
      Instant next = i + 1 < kills.size() ? kills.get(i + 1) : Instant.MAX;
      String what =
          deliveries.all().stream()
              .filter(one -> one.at().isAfter(kill) && one.at().isBefore(next) && isNew(one, kill))
              .findFirst()
              .map(one -> Duration.between(kill, one.at()).toMillis() + " ms")
              .orElse("none before the next kill");
      say("kill %d to first new alert: %s", i + 1, what);
    }
  }

  private static boolean isNew(Delivered delivered, Instant kill) {
    try {
      var body = Json.MAPPER.readTree(delivered.body());
      return body.get("type").asText().equals("alert.new")
          && Instant.parse(body.get("timestamp").asText()).isAfter(kill);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("no JSON: " + delivered, e);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println("kill rounds: " + String.format(Locale.ROOT, format, values));
  }
}
