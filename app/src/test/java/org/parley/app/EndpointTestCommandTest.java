package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.Json;
import org.parley.testkit.Answer;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.Received;
import org.parley.testkit.TestWorld;
import org.parley.testkit.WebhookReceiver;

@ExtendWith(BrokerExtension.class)
class EndpointTestCommandTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
  private static final String ALLOW = "alerts.allow=127.0.0.1/32";

  @TempDir Path dir;

  private CommandLineRun test(String target, String... more) {
    List<String> all = new ArrayList<>(List.of("endpoint", "test", target));
    all.addAll(List.of("--set", "data.dir=" + dir));
    all.addAll(List.of(more));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private static void verify(Received request) throws Exception {
    Map<String, List<String>> headers =
        request.headers().stream()
            .collect(
                Collectors.groupingBy(
                    Received.Header::name,
                    Collectors.mapping(Received.Header::value, Collectors.toList())));
    new Webhook(SECRET).verify(request.text(), HttpHeaders.of(headers, (_, _) -> true));
  }

  @Test
  void sendsASignedEventOfItsOwnTypeToAUrl() throws Exception {
    try (var receiver = WebhookReceiver.answering(Answer.status(204))) {
      CommandLineRun run =
          test(receiver.uri("/hook").toString(), "--secret", SECRET, "--set", ALLOW);
      assertThat(run.exitCode()).as(run.everything()).isZero();
      assertThat(run.out().getFirst()).startsWith("the receiver accepted the test event");
      Received request = receiver.await(1).getFirst();
      verify(request);
      assertThat(Json.MAPPER.readTree(request.text()).path("type").asText())
          .isEqualTo("parley.test");
      assertThat(dir).isEmptyDirectory();
    }
  }

  @Test
  void testsAnEndpointOfARunningParleyWithItsOwnSecret(TestWorld kafka) throws Exception {
    kafka.createTopics();
    String[] there = {
      "--bootstrap-servers", kafka.bootstrapServers(), "--prefix", kafka.world().prefix()
    };
    try (var receiver = WebhookReceiver.answering(Answer.ok())) {
      List<String> add = new ArrayList<>(List.of("endpoint", "add", "desk"));
      add.add(receiver.uri("/hook").toString());
      add.addAll(List.of("--secret", SECRET, "--set", "data.dir=" + dir));
      add.addAll(List.of(there));
      assertThat(CommandLineRun.of(add.toArray(String[]::new)).exitCode()).isZero();
      List<String> asked = new ArrayList<>(List.of(there));
      asked.addAll(List.of("--set", ALLOW));
      CommandLineRun run = test("desk", asked.toArray(String[]::new));
      assertThat(run.exitCode()).as(run.everything()).isZero();
      verify(receiver.await(1).getFirst());
    }
    CommandLineRun unknown = test("dsk", there);
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_DATA.number());
    assertThat(unknown.said()).singleElement().asString().contains("'dsk'", "endpoint list");
  }

  @Test
  void saysWhatIsWrongWithAReceiver() throws JsonProcessingException {
    try (var receiver = WebhookReceiver.answering(Answer.status(401))) {
      CommandLineRun run =
          test(receiver.uri("/").toString(), "--secret", SECRET, "--set", ALLOW, "--json");
      assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.number());
      JsonNode result = Json.MAPPER.readTree(run.out().getFirst());
      assertThat(result.path("status").asInt()).isEqualTo(401);
      assertThat(result.path("remedy").asText()).contains("signature");
    }
  }

  @Test
  void aPrivateAddressIsNotDialledUnlessAllowed() {
    try (var receiver = WebhookReceiver.answering(Answer.ok())) {
      CommandLineRun run = test(receiver.uri("/").toString(), "--secret", SECRET);
      assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.number());
      assertThat(String.join(" ", run.out())).contains("127.0.0.1", "alerts.allow");
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void aWrongTargetIsNamed() {
    for (String target : List.of("ftp://example.org/", "http://user:pw@example.org/")) {
      CommandLineRun run = test(target, "--secret", SECRET);
      assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.USAGE.number());
      assertThat(run.said()).singleElement().asString().contains("http://").doesNotContain(":pw@");
    }
    CommandLineRun none = test("desk");
    assertThat(none.exitCode()).as(none.everything()).isEqualTo(ExitCode.UNAVAILABLE.number());
  }
}
