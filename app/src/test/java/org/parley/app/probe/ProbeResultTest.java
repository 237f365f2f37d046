package org.parley.app.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.alerts.delivery.Report.Result;
import org.parley.outbound.Exchange;
import org.parley.outbound.Headers;

class ProbeResultTest {
  private static ProbeResult answered(int status, Headers headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return ProbeResult.of(
        new Result.Tried(
            new Exchange.Answered(status, headers, bytes, false, Duration.ofMillis(12))));
  }

  @Test
  void acceptedIsAcceptedAndNeedsNoRemedy() {
    ProbeResult result = answered(204, Headers.none(), "");
    assertThat(result.delivered()).isTrue();
    assertThat(result.text()).isEqualTo("the receiver accepted the test event (12 ms)");
  }

  @ParameterizedTest
  @CsvSource({
    "302, redirects are never followed",
    "400, --format",
    "401, signature",
    "403, secret",
    "404, URL",
    "405, POST",
    "410, disable",
    "418, only 2xx",
    "429, fewer",
    "500, log",
    "503, log"
  })
  void saysWhatToDoAboutEachAnswer(int status, String words) {
    ProbeResult result = answered(status, Headers.none(), "no <b>\n\u0007way</b>");
    assertThat(result.delivered()).isFalse();
    assertThat(result.text()).contains("answered " + status, words, "its answer: no <b> way</b>");
  }

  @Test
  void saysWhereARedirectLeads() {
    assertThat(answered(301, Headers.of("Location", "https://b.example/"), "").text())
        .contains("the address itself: https://b.example/");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERRUPTED")
  void saysWhatToDoWhereThereIsNoAnswer(Exchange.Kind kind) {
    var failed = new Exchange.Failed(kind, "the reason", Duration.ofSeconds(1));
    ProbeResult result = ProbeResult.of(new Result.Tried(failed));
    assertThat(result.says()).isEqualTo("the reason");
    assertThat(result.remedy()).isNotBlank();
    assertThat(result.status()).isNull();
  }

  @Test
  void anAddressThatMayNotBeDialledLeadsToTheAllowList() {
    var refused = new Exchange.Refused("10.0.0.1 is private", Duration.ZERO);
    assertThat(ProbeResult.of(new Result.Tried(refused)).text())
        .contains("10.0.0.1 is private", "alerts.allow");
  }

  @Test
  void aLongAnswerIsCut() {
    assertThat(answered(500, Headers.none(), "x".repeat(5000)).answer()).hasSize(201);
  }
}
