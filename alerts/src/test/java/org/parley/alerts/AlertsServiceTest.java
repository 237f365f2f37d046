package org.parley.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.alerts.audit.Audit;
import org.parley.alerts.audit.AuditResult;
import org.parley.alerts.ledger.PendingLog;
import org.parley.alerts.secret.Seal;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Policy;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Outcome;
import org.parley.contract.topic.JsonSerde;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.testkit.Answer;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.EndpointBuilder;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Received;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;
import org.parley.testkit.TopicReader;
import org.parley.testkit.WebhookReceiver;

/// The whole way on a real broker and real sockets: an alert's record in, signed webhooks out.
@ExtendWith(BrokerExtension.class)
class AlertsServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OLD_SECRET =
      "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODk=";

  @TempDir Path folder;
  private TestWorld kafka;
  private Seal seal;
  private TopicReader<Attempt> attempts;
  private @Nullable AlertsService service;

  @BeforeEach
  void prepare(TestWorld kafka) throws IOException {
    this.kafka = kafka;
    kafka.createTopics();
    seal = Seal.in(folder.resolve("keys"));
    attempts = kafka.read(kafka.world().attempts());
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  private AlertsService start() {
    AlertsService started = AlertsService.start(settings());
    service = started;
    started.awaitRunning(PATIENCE);
    return started;
  }

  private AlertsSettings settings() {
    return AlertsProcess.settings(kafka.bootstrapServers(), kafka.world(), folder, seal);
  }

  private EndpointBuilder endpoint(String id, WebhookReceiver receiver) {
    return Sample.endpoint()
        .id(id)
        .url(receiver.uri("/hook").toString())
        .secrets(seal.seal(id, SECRET));
  }

  private void write(Endpoint endpoint) {
    kafka.write(kafka.world().endpoints(), endpoint.endpointId(), endpoint);
  }

  private Alert write(String story, int revision) {
    Alert alert = Sample.alert().story(story).revision(revision).build();
    kafka.write(kafka.world().alerts(), alert.alertId(), alert);
    return alert;
  }

  private static void verify(Received received, String secret) throws Exception {
    Map<String, List<String>> headers =
        received.headers().stream()
            .collect(Collectors.toMap(Received.Header::name, h -> List.of(h.value()), (a, _) -> a));
    new Webhook(secret).verify(received.text(), HttpHeaders.of(headers, (_, _) -> true));
  }

  @Test
  void sendsAnAlertAsASignedWebhook() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.status(204))) {
      write(endpoint("desk", receiver).build());
      start();
      Alert alert = write("story", 1);

      Received received = receiver.await(1).getFirst();
      verify(received, SECRET);
      assertThat(received.method()).isEqualTo("POST");
      assertThat(received.webhookId()).isEqualTo(Ids.delivery(alert.alertId(), 1, "desk"));
      assertThat(received.header("content-type")).contains("application/json");
      var body = Json.MAPPER.readTree(received.body());
      assertThat(body.get("type").asText()).isEqualTo("alert.new");
      assertThat(Json.MAPPER.treeToValue(body.get("data"), Alert.class)).isEqualTo(alert);
      Attempt attempt = attempts.next();
      assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
      assertThat(attempt.deliveryId()).isEqualTo(received.webhookId());
      assertThat(attempt.status()).isEqualTo(204);
    }
  }

  @Test
  void retriesUntilTheReceiverIsWell() throws Exception {
    Policy hasty =
        new Policy(
            List.of(Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(400)),
            Duration.ofSeconds(15),
            5,
            0);
    try (WebhookReceiver receiver =
        WebhookReceiver.answering(Answer.status(500), Answer.status(500), Answer.ok())) {
      write(endpoint("desk", receiver).policy(hasty).build());
      start();
      write("story", 1);

      List<Received> received = receiver.await(3);
      assertThat(received)
          .extracting(Received::webhookId)
          .containsOnly(received.get(0).webhookId());
      for (Received one : received) {
        verify(one, SECRET);
      }
      List<Attempt> made = attempts.values(3);
      assertThat(made)
          .extracting(Attempt::outcome)
          .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.DELIVERED);
      for (int i = 1; i < 3; i++) {
        Instant due = Objects.requireNonNull(made.get(i - 1).nextAt());
        assertThat(made.get(i).number()).isEqualTo(i + 1);
        assertThat(made.get(i).at()).isAfterOrEqualTo(due);
      }
    }
  }

  @Test
  void sendsNothingTwiceAfterItsStateIsWiped() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      write(endpoint("desk", receiver).build());
      write(endpoint("later", receiver).status(Endpoint.Status.PAUSED).build());
      AlertsService first = start();
      write("one", 1);
      write("two", 1);
      receiver.await(2);
      attempts.values(2);
      assertThat(first.close(PATIENCE)).isTrue();
      wipe(folder.resolve("state"));

      AlertsService second = start();
      write("two", 1);
      write("three", 1);
      receiver.await(3);
      write(endpoint("later", receiver).build());
      receiver.await(6);
      assertThat(second.awaitDrained(PATIENCE)).isTrue();

      assertThat(receiver.received()).extracting(Received::webhookId).doesNotHaveDuplicates();
      AuditResult audit = audit();
      assertThat(audit.isBalanced()).as(audit.text()).isTrue();
      assertThat(audit.delivered()).isEqualTo(6);
    }
  }

  private static void wipe(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private AuditResult audit() {
    return audit(Duration.ofSeconds(20));
  }

  private AuditResult audit(Duration patience) {
    var topics = new TopicSnapshot(Map.of("bootstrap.servers", kafka.bootstrapServers()), PATIENCE);
    return new Audit(kafka.world(), topics, Clock.fixed(ManualClock.START, ZoneOffset.UTC))
        .run(patience);
  }

  @Test
  void finishesWhatIsUnderWayWhenItIsClosed() throws Exception {
    var gate = new CountDownLatch(1);
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.held(gate, Answer.ok()))) {
      write(endpoint("desk", receiver).build());
      AlertsService first = start();
      for (int i = 0; i < 20; i++) {
        write("story-" + i, 1);
      }
      receiver.await(5);
      Thread closing = Thread.ofVirtual().start(() -> first.close(PATIENCE));
      await().atMost(PATIENCE).until(() -> !first.isTakingOn());
      gate.countDown();
      closing.join();
      assertThat(receiver.received()).hasSize(5);
      assertThat(attempts.values(5)).allMatch(a -> a.outcome() == Outcome.DELIVERED);

      AlertsService second = start();
      assertThat(second.awaitDrained(PATIENCE)).isTrue();

      assertThat(receiver.received())
          .hasSize(20)
          .extracting(Received::webhookId)
          .doesNotHaveDuplicates();
      AuditResult audit = audit();
      assertThat(audit.isBalanced()).as(audit.text()).isTrue();
    }
  }

  @Test
  void repeatsNoMoreThanWasInFlightWhenItIsKilled() throws Exception {
    Policy patient =
        new Policy(
            List.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(1)),
            Duration.ofSeconds(15),
            5,
            0);
    var gate = new CountDownLatch(1);
    Answer[] script = new Answer[31];
    Arrays.fill(script, Answer.ok());
    // The first 30 are answered, the five after them are under way for as long as it lives.
    script[30] = Answer.held(gate, Answer.ok());
    try (WebhookReceiver receiver = WebhookReceiver.answering(script)) {
      write(endpoint("desk", receiver).policy(patient).build());
      for (int i = 0; i < 60; i++) {
        write("story-" + i, 1);
      }
      Process process = AlertsProcess.start(kafka, folder);
      try {
        receiver.await(35);
        attempts.values(25);
      } finally {
        process.destroyForcibly().waitFor();
      }
      gate.countDown();
      receiver.script(Answer.ok());

      AlertsService second = start();
      assertThat(second.awaitDrained(PATIENCE)).isTrue();

      List<String> ids = receiver.received().stream().map(Received::webhookId).toList();
      assertThat(Set.copyOf(ids)).hasSize(60);
      assertThat(ids.size() - 60).as("repeats").isBetween(5, 10);
      AuditResult audit = audit();
      assertThat(audit.isBalanced()).as(audit.text()).isTrue();
      assertThat(audit.delivered()).isEqualTo(60);
    }
  }

  @Test
  void keepsASlowEndpointFromDelayingAnother() throws Exception {
    var gate = new CountDownLatch(1);
    try (WebhookReceiver slow = WebhookReceiver.answering(Answer.held(gate, Answer.ok()));
        WebhookReceiver quick = WebhookReceiver.answering()) {
      write(endpoint("slow", slow).build());
      write(endpoint("quick", quick).build());
      start();
      for (int i = 0; i < 20; i++) {
        write("story-" + i, 1);
      }
      quick.await(20);
      assertThat(slow.received()).hasSizeLessThanOrEqualTo(5);
      gate.countDown();
      slow.await(20);
    }
  }

  @Test
  void signsWithBothSecretsWhileOneIsReplaced() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      write(
          endpoint("desk", receiver)
              .secrets(seal.seal("desk", SECRET), seal.seal("desk", OLD_SECRET))
              .build());
      start();
      write("story", 1);

      Received received = receiver.await(1).getFirst();
      assertThat(received.header("webhook-signature").orElseThrow().split(" ")).hasSize(2);
      verify(received, SECRET);
      verify(received, OLD_SECRET);
    }
  }

  @Test
  void servesAnEndpointThatComesWhileItRuns() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      start();
      write(endpoint("desk", receiver).format(Endpoint.Format.CLOUDEVENTS).build());
      Alert alert = write("story", 1);

      Received received = receiver.await(1).getFirst();
      verify(received, SECRET);
      assertThat(received.header("content-type").orElseThrow()).contains("cloudevents");
      assertThat(Json.MAPPER.readTree(received.body()).get("subject").asText())
          .isEqualTo(alert.alertId());
    }
  }

  @Test
  void disablesAnEndpointThatIsGoneByItsRecord() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.status(410))) {
      Endpoint desk = endpoint("desk", receiver).build();
      write(desk);
      start();
      write("one", 1);

      Endpoint disabled =
          kafka
              .read(kafka.world().endpoints())
              .nextWhere("a disabled one", e -> e.status() == Endpoint.Status.DISABLED);
      assertThat(disabled).isEqualTo(desk.withStatus(Endpoint.Status.DISABLED));
      assertThat(kafka.read(kafka.world().notices()).next().subject()).isEqualTo("desk");
      write("two", 1);
      receiver.script(Answer.ok());
      write(desk);
      receiver.await(3);
      AuditResult audit = audit();
      assertThat(audit.isBalanced()).as(audit.text()).isTrue();
    }
  }

  @Test
  void failsTheAuditWhenAPendingEntryIsTakenOutByHand() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      write(endpoint("desk", receiver).status(Endpoint.Status.PAUSED).build());
      AlertsService service = start();
      Alert alert = write("one", 1);
      write("two", 1);
      assertThat(audit().pending()).isEqualTo(2);
      service.close(PATIENCE);

      String id = Ids.delivery(alert.alertId(), 1, "desk");
      String key = "p\0desk\0" + id;
      var log =
          new Topic<>(
              PendingLog.topic(kafka.world()),
              JsonSerde.plain(Alert.class),
              Alert.class,
              kafka.world().alerts().partitions(),
              Map.of());
      kafka.write(log, key, null);

      AuditResult audit = audit(Duration.ZERO);
      assertThat(audit.isBalanced()).isFalse();
      assertThat(audit.missingSome()).extracting(AuditResult.Owed::deliveryId).containsExactly(id);
    }
  }
}
