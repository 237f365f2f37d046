package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.DeadLetter;
import org.parley.contract.Json;
import org.parley.testkit.BrokerExtension;
import org.parley.testkit.Sample;
import org.parley.testkit.TestWorld;

@ExtendWith(BrokerExtension.class)
class DoctorCommandTest {
  @TempDir Path dir;

  private CommandLineRun doctor(String... more) {
    List<String> all = new ArrayList<>(List.of("doctor", "--data-dir", dir.toString()));
    all.addAll(List.of(more));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private CommandLineRun doctor(TestWorld kafka, String... more) {
    List<String> all = new ArrayList<>(List.of("--prefix", kafka.world().prefix()));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    all.addAll(List.of(more));
    return doctor(all.toArray(String[]::new));
  }

  private static String lineOf(CommandLineRun run, String check) {
    return run.out().stream()
        .filter(line -> line.matches("(OK|WARN|FAIL) +" + check + " .*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line for " + check + ": " + run.everything()));
  }

  @Test
  void looksAtThisMachineWhereNoParleyRuns() {
    CommandLineRun run = doctor("--set", "broker.port=0");
    assertThat(run.exitCode()).as(run.everything()).isZero();
    assertThat(lineOf(run, "jdk")).startsWith("OK");
    assertThat(lineOf(run, "data-dir")).startsWith("OK");
    assertThat(lineOf(run, "broker"))
        .startsWith("WARN")
        .contains("no Parley runs on " + dir, "parley run");
    assertThat(run.out()).noneMatch(line -> line.contains("topics "));
  }

  @Test
  void aClusterThatDoesNotAnswerFails() {
    CommandLineRun run = doctor("--bootstrap-servers", "127.0.0.1:1", "--set", "broker.timeout=1");
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(lineOf(run, "broker")).startsWith("FAIL").contains("127.0.0.1:1");
  }

  @Test
  void saysWhichTopicsAreMissing(TestWorld kafka) {
    CommandLineRun run = doctor(kafka);
    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(lineOf(run, "topics"))
        .startsWith("FAIL")
        .contains(kafka.world().articles().name(), "parley topics create");
  }

  @Test
  void findsWhatWaitsAndWhatWasGivenUp(TestWorld kafka) throws JsonProcessingException {
    kafka.createTopics();
    kafka.write(kafka.world().articles(), "a", Sample.article().build());
    Instant then = Instant.parse("2024-11-26T12:00:00Z");
    kafka.write(
        kafka.world().deadLetters(),
        "a",
        new DeadLetter("lane", "t", 0, 1, "a", "{}", "it broke", null, then),
        then);
    CommandLineRun run = doctor(kafka, "--json");
    assertThat(run.exitCode()).as(run.everything()).isEqualTo(ExitCode.CHECK_FAILED.number());
    JsonNode report = Json.MAPPER.readTree(run.out().getFirst());
    assertThat(report.path("healthy").asBoolean()).isFalse();
    assertThat(level(report, "topics")).isEqualTo("OK");
    assertThat(level(report, "lag")).isEqualTo("FAIL");
    assertThat(level(report, "clock")).isEqualTo("OK");
    assertThat(level(report, "endpoints")).isEqualTo("OK");
    assertThat(level(report, "deliveries")).isEqualTo("OK");
    assertThat(level(report, "dead-letters")).isEqualTo("WARN");
  }

  private static String level(JsonNode report, String check) {
    for (JsonNode finding : report.path("findings")) {
      if (finding.path("check").asText().equals(check)) {
        return finding.path("level").asText();
      }
    }
    return "none";
  }
}
