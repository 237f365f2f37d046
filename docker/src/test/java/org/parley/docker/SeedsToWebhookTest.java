package org.parley.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.GenericContainer;

/// From the seeds to verified webhooks across containers, with a service killed on the way.
class SeedsToWebhookTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SEEDS = 5;
  private static final int REPORTS = 150;

  private final Containers containers = new Containers();

  @AfterEach
  void stop() {
    containers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"processor", "alerts"})
  void nothingIsLostOrDoubledWhenAServiceIsKilled(String killed) throws JsonProcessingException {
    GenericContainer<?> processor = containers.role("processor");
    GenericContainer<?> alerts = containers.role("alerts");
    containers.parley("ingest", "/opt/parley/seeds");
    awaitWebhooks(SEEDS);

    long seed = new Random().nextLong();
    containers.write("/tmp/corpus/reports.jsonl", new Reports(seed).corpus("corpus", REPORTS));
    var ingest = containers.inBackground("ingest", "/tmp/corpus");
    awaitWebhooks(SEEDS + 1);
    Containers.killAndRestart(killed.equals("alerts") ? alerts : processor);
    ingest.join();
    awaitWebhooks(SEEDS + REPORTS);

    assertThat(containers.parley("audit")).as("seed %d", seed).contains("balanced");
    Webhooks webhooks = webhooks();
    assertThat(webhooks.distinct()).as("seed %d", seed).hasSize(SEEDS + REPORTS);
    Set<String> needless = webhooks.repeated();
    needless.retainAll(deliveredTwice());
    assertThat(needless).as("came again though on record as delivered, seed %d", seed).isEmpty();
  }

  private Webhooks webhooks() {
    return Webhooks.in(containers.received());
  }

  private void awaitWebhooks(int count) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(webhooks().distinct()).hasSizeGreaterThanOrEqualTo(count));
  }

  /// The deliveries of which the log of attempts holds two attempts that succeeded. One that was in
  /// flight when its sender was killed left no result the first time; a result itself may be there
  /// twice.
  private Set<String> deliveredTwice() throws JsonProcessingException {
    Set<String> once = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    String attempts = containers.parley("tail", "attempts", "--all", "--no-follow", "--json");
    for (String line : attempts.lines().distinct().toList()) {
      JsonNode attempt = JSON.readTree(line);
      String id = attempt.path("deliveryId").asText();
      if (attempt.path("outcome").asText().equals("delivered") && !once.add(id)) {
        twice.add(id);
      }
    }
    return twice;
  }
}
