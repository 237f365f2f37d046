package org.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.Failure;

class ConfigLoaderTest {
  @TempDir Path dir;

  private Path file(String yaml) throws IOException {
    return Files.writeString(dir.resolve("parley.yaml"), yaml);
  }

  private Config load(String yaml, Map<String, String> environment, Map<String, String> options)
      throws IOException {
    return new ConfigLoader(environment).load(file(yaml), options);
  }

  @Test
  void laterLayersWin() throws IOException {
    Config config =
        load(
            "prefix: file\nbroker:\n  port: 1\n  timeout: 3\n",
            Map.of("PARLEY_PREFIX", "environment", "PARLEY_BROKER_PORT", "2"),
            Map.of("prefix", "option"));
    assertThat(config.prefix()).isEqualTo("option");
    assertThat(config.brokerPort()).isEqualTo(2);
    assertThat(config.brokerTimeout()).hasSeconds(3);
  }

  @Test
  void reportsAllMistakesTogetherWithKeyValueAndRule() {
    assertThatThrownBy(() ->
            load("prefix: Not Good\nbroker:\n  port: many\nbroker.prot: 1\n", Map.of(), Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("prefix = 'Not Good'")
        .hasMessageContaining("must be 1 to 81 of a-z")
        .hasMessageContaining("broker.port = 'many'")
        .hasMessageContaining("must be a whole number from 0 to 65535")
        .hasMessageContaining("broker.prot")
        .hasMessageContaining("did you mean 'broker.port'?");
  }

  @Test
  void passesKafkaKeysOnAndReadsEndpoints() throws IOException {
    Config config =
        load(
            """
            kafka:
              security.protocol: SASL_SSL
            endpoints:
              desk:
                url: https://desk.example.org/parley
                secret: env:DESK
                watches: [peace-talks, grain-deal]
            """,
            Map.of(),
            Map.of());
    assertThat(config.kafkaClient("a:1"))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("bootstrap.servers", "a:1");
    assertThat(config.endpoints())
        .containsExactly(
            new Config.EndpointConfig(
                "desk",
                "https://desk.example.org/parley",
                "env:DESK",
                List.of("peace-talks", "grain-deal")));
  }

  @Test
  void refusesAnEndpointWithoutAUsableAddressOrWithASecretInTheClear() {
    assertThatThrownBy(() ->
            load(
                "endpoints: {a: {url: 'ftp://x', secret: 'env:A'}, b: {url: 'http://b', secret:"
                    + " 'whsec_abc'}}",
                Map.of(),
                Map.of()))
        .hasMessageContaining("endpoints.a: url 'ftp://x' must be http://")
        .hasMessageContaining("endpoints.b: a secret of endpoint 'b' must be env:NAME")
        .hasMessageNotContaining("whsec_abc");
  }

  @Test
  void saysWhereAFileIsBroken() {
    assertThatThrownBy(() -> load("prefix: [", Map.of(), Map.of()))
        .hasMessageContaining("parley.yaml: not YAML")
        .hasMessageContaining("line");
  }

  @Test
  void hidesSecretsAndShowsReferences() throws IOException {
    var loader = new ConfigLoader(Map.of());
    Config config =
        loader.load(
            file("kafka: {sasl.jaas.config: 'user password'}\nsecret.key: env:KEY\n"), Map.of());
    assertThat(loader.describe(config))
        .anyMatch(line -> line.startsWith("kafka.sasl.jaas.config: (hidden)"))
        .anyMatch(line -> line.startsWith("secret.key: env:KEY"))
        .noneMatch(line -> line.contains("user password"));
  }
}
