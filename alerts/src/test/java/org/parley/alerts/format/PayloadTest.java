package org.parley.alerts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contract.Alert;
import org.parley.contract.Endpoint.Format;
import org.parley.contract.Json;
import org.parley.testkit.Sample;

class PayloadTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("parley.root", ".."), "alerts/src/test/resources/golden");

  private static byte[] bytes(Alert alert, Format format) {
    return ((Payload.Body) Payload.of(alert, format)).bytes();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void writesTheBodyThatReceiversKnow(Format format) throws IOException {
    byte[] body = bytes(Sample.alert().build(), format);
    assertThat(bytes(Sample.alert().build(), format)).isEqualTo(body);

    String text = Json.MAPPER.readTree(body).toPrettyString() + "\n";
    Path file = GOLDEN.resolve("payload-" + format.label() + ".json");
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("%s; if the change is meant, write it anew with -Dparley.golden=write", file)
        .isEqualTo(Files.readString(file));
  }

  @Test
  void tellsAnUpdateFromANewAlert() throws IOException {
    Alert update = Sample.alert().revision(2).build();
    assertThat(Json.MAPPER.readTree(bytes(update, Format.STANDARD)).get("type").asText())
        .isEqualTo("alert.update");
  }

  @Test
  void saysWhatItIs() {
    assertThat(
            ((Payload.Body) Payload.of(Sample.alert().build(), Format.CLOUDEVENTS)).contentType())
        .startsWith("application/cloudevents+json");
  }

  @Test
  void refusesABodyThatIsTooLong() {
    Alert endless = Sample.alert().reasons("x".repeat(Payload.MAX_BYTES)).build();

    assertThat(Payload.of(endless, Format.STANDARD))
        .isInstanceOfSatisfying(
            Payload.Impossible.class,
            impossible -> assertThat(impossible.reason()).contains("bytes long"));
  }

  @Test
  void keepsEveryScriptAsItIs() throws IOException {
    String reason = "мирні переговори 和谈 محادثات 🕊";
    byte[] body = bytes(Sample.alert().reasons(reason).build(), Format.STANDARD);

    assertThat(Json.MAPPER.readTree(body).at("/data/reasons/0").asText()).isEqualTo(reason);
  }
}
