package org.parley.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.alerts.secret.Seal;
import org.parley.alerts.secret.Secrets;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Outcome;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;
import org.parley.testkit.Answer;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.EndpointBuilder;
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
    return AlertsSettings.of(
        kafka.world(),
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        folder.resolve("state"),
        GuardedHttp.Settings.of(AddressPolicy.allowing(List.of("loopback"))),
        new Secrets(seal, name -> null));
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
}
