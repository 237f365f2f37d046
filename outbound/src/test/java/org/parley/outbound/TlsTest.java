package org.parley.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.outbound.Exchange.Answered;
import org.parley.outbound.Exchange.Failed;
import org.parley.outbound.Exchange.Kind;
import org.parley.testkit.Answer;
import org.parley.testkit.LoopbackTls;
import org.parley.testkit.WebhookReceiver;

class TlsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final AddressPolicy LOOPBACK = AddressPolicy.allowing(List.of("loopback"));

  @TempDir private static Path folder;
  private static LoopbackTls tls;

  @BeforeAll
  static void makeAuthority() throws IOException {
    tls = LoopbackTls.in(folder);
  }

  private static Exchange get(SSLContext server, SSLContext client) {
    GuardedHttp.Settings settings = GuardedHttp.Settings.of(LOOPBACK).withTls(client);
    try (WebhookReceiver receiver =
            WebhookReceiver.encrypted(server, Answer.ok().saying("in private"));
        GuardedHttp http = GuardedHttp.open(settings)) {
      Request request = Request.get(receiver.uri("/"), Headers.none(), DEADLINE);
      Exchange first = http.send(request);
      if (first instanceof Answered) {
        assertThat(http.send(request)).isInstanceOf(Answered.class);
        assertThat(receiver.connections()).isEqualTo(1);
      } else {
        receiver.awaitHangUps();
        assertThat(receiver.received()).isEmpty();
      }
      return first;
    }
  }

  private static void assertTlsFailure(Exchange exchange, String reason) {
    assertThat(exchange)
        .isInstanceOfSatisfying(
            Failed.class,
            f -> {
              assertThat(f.kind()).as(f.reason()).isEqualTo(Kind.TLS);
              assertThat(f.reason()).containsIgnoringCase(reason);
            });
  }

  @Test
  void believesACertificateOfItsAuthority() throws IOException {
    assertThat(get(tls.server(), tls.client()))
        .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.text()).isEqualTo("in private"));
  }

  @Test
  void namesAnExpiredCertificate() throws IOException {
    assertTlsFailure(get(tls.expired(), tls.client()), "NotAfter");
  }

  @Test
  void namesACertificateOfAnotherHost() throws IOException {
    assertTlsFailure(get(tls.otherHost(), tls.client()), "127.0.0.1");
  }

  @Test
  void namesACertificateOfAnUnknownAuthority() throws Exception {
    assertTlsFailure(get(tls.server(), SSLContext.getDefault()), "certification path");
  }

  @Test
  void namesAServerThatDoesNotSpeakTls() {
    try (WebhookReceiver plain =
            WebhookReceiver.answering(Answer.raw("HTTP/1.1 400 scripted\r\n\r\n"));
        GuardedHttp http = GuardedHttp.open(LOOPBACK)) {
      // It takes the handshake's first bytes for a request line once a line break is among them,
      // and
      // hangs up otherwise; either way there is no agreement.
      String url = plain.uri("/").toString().replace("http:", "https:");
      Exchange exchange =
          http.send(Request.get(URI.create(url), Headers.none(), Duration.ofSeconds(2)));
      assertThat(exchange).isInstanceOf(Failed.class);
    }
  }
}
