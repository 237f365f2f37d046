package org.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.console.Health.Failed;
import org.parley.console.Health.NotReady;
import org.parley.console.Health.State;

class ConsoleTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final Supplier<String> METRICS = () -> "parley_articles_total 3.0\n";

  private final AtomicReference<State> processor =
      new AtomicReference<>(new NotReady("has no partitions yet"));
  private final Console console =
      Console.start(
          ConsoleSettings.free(),
          () ->
              List.of(
                  new Health("broker", () -> Health.READY),
                  new Health("processor", processor::get)),
          METRICS);
  private final Browser browser = new Browser(console.port());

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void readinessNamesWhatIsNotReadyAndWhy() throws IOException {
    Browser.Answer answer = browser.get("/readyz");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.head()).contains("Content-Type: application/json");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"status":"not ready","parts":{"broker":{"state":"ready"},\
            "processor":{"state":"not ready","reason":"has no partitions yet"}}}
            """);
  }

  @Test
  void readinessComesAndGoesWithTheParts() throws IOException {
    processor.set(Health.READY);
    assertThat(browser.get("/readyz").status()).isEqualTo(200);
    processor.set(new NotReady("the broker does not answer"));
    assertThat(browser.get("/readyz").status()).isEqualTo(503);
  }

  @Test
  void whatIsNotReadyIsAliveAndWhatFailedForGoodIsNot() throws IOException {
    assertThat(browser.get("/livez").status()).isEqualTo(200);
    processor.set(new Failed("too many crashes"));
    Browser.Answer answer = browser.get("/livez");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).contains("not alive", "too many crashes");
    assertThat(browser.get("/readyz").status()).isEqualTo(503);
  }

  @Test
  void aPartThatCannotBeAskedIsNotReady() throws IOException {
    try (var broken =
        Console.start(
            ConsoleSettings.free(),
            () ->
                List.of(
                    new Health(
                        "broker",
                        () -> {
                          throw new IllegalStateException("closed");
                        })),
            METRICS)) {
      Browser.Answer answer = new Browser(broken.port()).get("/readyz");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).contains("closed");
    }
  }

  @Test
  void metersAreShownInPrometheusTextFormat() throws IOException {
    Browser.Answer answer = browser.get("/metrics");
    assertThat(answer.head()).contains("Content-Type: text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body()).isEqualTo("parley_articles_total 3.0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics/", "/livez/x", "/..%2fmetrics", "/favicon.ico"})
  void whatIsNotThereIsNotFound(String path) throws IOException {
    assertThat(browser.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void pagesAreOnlyToBeRead(String method) throws IOException {
    Browser.Answer answer = browser.ask(method, "/metrics", "localhost");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.head()).contains("Allow: GET, HEAD");
  }

  @Test
  void headGivesTheHeadAlone() throws IOException {
    Browser.Answer answer = browser.ask("HEAD", "/readyz", "localhost");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9464", "127.0.0.1", "127.0.0.1:9464", "[::1]:80"})
  void aRequestMayNameThisMachine(String host) throws IOException {
    assertThat(browser.ask("GET", "/livez", host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil:80"})
  void aStrangersNameForThisMachineIsRefused(String host) throws IOException {
    Browser.Answer answer = browser.ask("GET", "/metrics", host);
    assertThat(answer.status()).isEqualTo(421);
    assertThat(answer.body()).doesNotContain("parley_");
  }

  @Test
  void onOtherInterfacesAnyNameWillDo() throws IOException {
    var everywhere = new ConsoleSettings(InetAddress.ofLiteral("0.0.0.0"), 0, false);
    try (var open = Console.start(everywhere, List::of, METRICS)) {
      Browser.Answer answer = new Browser(open.port()).ask("GET", "/livez", "parley.internal");
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsSaidInOneLine() throws IOException {
    try (var taken = new ServerSocket(0, 1, HERE)) {
      var settings = new ConsoleSettings(HERE, taken.getLocalPort(), false);
      assertThatExceptionOfType(ConsoleException.class)
          .isThrownBy(() -> Console.start(settings, List::of, METRICS))
          .withMessage(
              "cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
    }
  }

  @Test
  void aTakenPortIsLeftAsideWhereAnyWillDo() throws IOException {
    try (var taken = new ServerSocket(0, 1, HERE)) {
      var settings = new ConsoleSettings(HERE, taken.getLocalPort(), true);
      try (var other = Console.start(settings, List::of, METRICS)) {
        assertThat(other.isMoved()).isTrue();
        assertThat(other.port()).isNotEqualTo(taken.getLocalPort());
        assertThat(new Browser(other.port()).get("/livez").status()).isEqualTo(200);
      }
    }
  }
}
