package org.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.app.Failure;

/// Every mistake is named, with where it stands.
class ConfigMistakesTest {
  @TempDir Path dir;

  private Config load(String yaml) throws IOException {
    return load(yaml, Map.of(), Map.of());
  }

  private Config load(String yaml, Map<String, String> environment, Map<String, String> options)
      throws IOException {
    Path file = Files.writeString(dir.resolve("parley.yaml"), yaml);
    return new ConfigLoader(environment).load(file, options);
  }

  private void refuses(String yaml, String... words) {
    assertThatThrownBy(() -> load(yaml)).isInstanceOf(Failure.class).message().contains(words);
  }

  @Test
  void namesTheLine() {
    refuses("\nprefix: parley\nbroker:\n  port: many\n", "broker.port = 'many'", "yaml line 4)");
    refuses("data.dri: /x\n", "data.dri", "line 1", "did you mean 'data.dir'?");
  }

  @Test
  void namesAKeyThatIsGivenTwiceInWhicheverForm() {
    refuses("prefix: a\nprefix: b\n", "prefix", "line 2", "given twice, first on line 1");
    refuses("broker.port: 1\nbroker:\n  port: 2\n", "broker.port", "line 3", "first on line 1");
    refuses(
        "endpoints:\n  desk: {url: 'http://a/', secret: 'env:A'}\n  desk: {url: 'http://b/'}\n",
        "endpoints.desk.url",
        "given twice");
  }

  @Test
  void namesAListOrKeysWhereOneValueIsExpected() {
    refuses("prefix: [a, b]\n", "prefix = 'a,b'", "not a list");
    refuses("prefix:\n  name: a\n", "prefix", "line 1", "one value, not keys of its own");
    refuses("alerts.allow: [{a: b}]\n", "alerts.allow", "list of single values");
    refuses("endpoints: {desk: {url: [a], secret: 'env:A'}}\n", "endpoints.desk.url", "not a list");
  }

  @Test
  void takesAListWhereOneIsExpected() throws IOException {
    assertThat(load("alerts.allow: [loopback, 10.1.0.0/16]\n").alertsAllow())
        .containsExactly("loopback", "10.1.0.0/16");
    assertThat(load("bootstrap.servers: [a:1, b:2]\n").bootstrapServers()).isEqualTo("a:1,b:2");
  }

  @ParameterizedTest
  @CsvSource({
    "bootstrap.servers: kafka, host:port",
    "bootstrap.servers: 'kafka:9092;other:9092', host:port",
    "alerts.allow: 10.0.0.0/40, alerts.allow",
    "secret.key: hunter2, env:NAME or file:PATH",
    "broker.timeout: 0, from 1 to 600",
    "broker.timeout: 1.5, whole number"
  })
  void saysTheRuleThatAValueBreaks(String line, String rule) {
    refuses(line, rule, "line 1");
  }

  @Test
  void doesNotShowAKeyThatWasPastedInTheClear() {
    assertThatThrownBy(() -> load("secret.key: hunter2\n"))
        .message()
        .contains("(hidden)")
        .doesNotContain("hunter2");
  }

  @Test
  void namesEveryMistakeOfAnEndpoint() {
    refuses(
        """
        endpoints:
          desk:
            ulr: https://desk.example.org/
            secret: env:DESK
          lab:
            url: https://lab.example.org/
            watches: [Peace Talks]
          field: https://field.example.org/
          Big:
            url: https://big.example.org/
            secret: env:BIG
            watches: [Peace Talks]
        """,
        "endpoints.desk.ulr (" + dir + "/parley.yaml line 3) is no key of an endpoint",
        "did you mean 'url'?",
        "endpoints.desk has no url",
        "endpoints.lab has no secret",
        "endpoints.field (" + dir + "/parley.yaml line 8) must have keys of its own",
        "endpoints.Big: endpointId 'Big' must be 1 to 100 of a-z",
        "endpoints.Big.watches = 'Peace Talks'");
  }

  @Test
  void namesKafkaPropertiesThatAreSlipsOrParleysOwn() throws IOException {
    refuses("kafka.securty.protocol: SSL\n", "kafka.securty.protocol", "'security.protocol'");
    refuses("kafka: {group.id: mine}\n", "kafka.group.id", "Parley's own to set");
    refuses("kafka.bootstrap.servers: a:1\n", "set bootstrap.servers");
    assertThat(load("kafka: {ssl.truststore.type: PEM, my.plugin.setting: x}\n").kafka())
        .containsOnlyKeys("ssl.truststore.type", "my.plugin.setting");
  }

  @Test
  void namesAVariableThatIsNoKey() {
    assertThatThrownBy(
            () -> load("", Map.of("PARLEY_BROKER_PROT", "1", "PARLEY_NONSENSE", "2"), Map.of()))
        .message()
        .contains("PARLEY_BROKER_PROT (environment) is no key; did you mean 'PARLEY_BROKER_PORT'?")
        .contains("PARLEY_NONSENSE (environment) is no key");
  }

  @Test
  void leavesVariablesAloneThatHoldSecretsOrAreTheLaunchers() throws IOException {
    Map<String, String> environment =
        Map.of(
            "PARLEY_JAVA_OPTS", "-Xmx2g",
            "PARLEY_DESK_SECRET", "whsec_abc",
            "PARLEY_KAFKA_IMAGE", "apache/kafka",
            "PARLEY_SEALING", "abc");
    Config config = load("secret.key: env:PARLEY_SEALING\n", environment, Map.of());
    assertThat(config.secretKey()).isEqualTo("env:PARLEY_SEALING");
    assertThat(config.kafka()).isEmpty();
  }

  @Test
  void takesKafkaPropertiesFromTheEnvironment() throws IOException {
    Config config =
        load(
            "kafka.sasl.mechanism: PLAIN\n",
            Map.of("PARLEY_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"),
            Map.of());
    assertThat(config.kafka()).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
  }

  @Test
  void saysWhichOptionOrVariableIsWrong() {
    assertThatThrownBy(() ->
            load(
                "",
                Map.of("PARLEY_BROKER_PORT", "many"),
                Map.of("prefix", "Not Good", "broker.timeout", "0")))
        .message()
        .contains("(PARLEY_BROKER_PORT)", "(--prefix)", "(--set)");
  }

  @Test
  void reportsMistakesOfAllLayersTogether() {
    assertThatThrownBy(() ->
            load(
                "prefix: [a]\nbroker.port: many\nbroker.port: 2\nendpoints: {a: {url: 'ftp://x'}}\n",
                Map.of("PARLEY_BROKR_PORT", "1"),
                Map.of("procesor.threads", "2")))
        .message()
        .contains("prefix", "given twice", "endpoints.a", "PARLEY_BROKR_PORT", "procesor.threads");
  }

  @Test
  void takesValuesAsTheyAreWritten() throws IOException {
    assertThat(load("prefix: no\n").prefix()).isEqualTo("no");
    assertThat(load("prefix: 0x1f\n").prefix()).isEqualTo("0x1f");
    assertThat(load("prefix:\n").prefix()).isEqualTo("parley");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n", "~\n"})
  void aFileThatSaysNothingIsSound(String yaml) throws IOException {
    assertThat(load(yaml).prefix()).isEqualTo("parley");
  }

  @ParameterizedTest
  @ValueSource(strings = {"just text", "- a\n- b\n", "a: &x {b: *x}\n", "? [a, b]\n: c\n"})
  void aFileOfAnotherShapeIsRefused(String yaml) {
    assertThatThrownBy(() -> load(yaml)).isInstanceOf(Failure.class);
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Path file = dir.resolve("parley.yaml");
    Files.write(file, "prefix: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new ConfigLoader(Map.of()).load(file, Map.of()))
        .message()
        .contains("UTF-8");
    Path missing = dir.resolve("missing.yaml");
    assertThatThrownBy(() -> new ConfigLoader(Map.of()).load(missing, Map.of()))
        .message()
        .contains("missing.yaml: there is no such file; check the path");
  }
}
