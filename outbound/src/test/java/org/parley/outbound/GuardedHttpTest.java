package org.parley.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.outbound.Exchange.Answered;
import org.parley.testkit.Answer;
import org.parley.testkit.Received;
import org.parley.testkit.WebhookReceiver;

class GuardedHttpTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final GuardedHttp http = GuardedHttp.open(AddressPolicy.allowing(List.of("loopback")));

  @AfterEach
  void close() {
    http.close();
  }

  private Answered answered(Request request) {
    Exchange exchange = http.send(request);
    assertThat(exchange).isInstanceOf(Answered.class);
    return (Answered) exchange;
  }

  @Test
  void sendsTheBodyAndHeadersAndReturnsTheAnswer() {
    Answer created =
        Answer.status(201).with("X-Seen", "yes").with("x-seen", "twice").saying("höra");
    try (WebhookReceiver receiver = WebhookReceiver.answering(created)) {
      byte[] body = "{\"a\": \"ü\"}".getBytes(StandardCharsets.UTF_8);
      Headers headers = Headers.of("Content-Type", "application/json").with("webhook-id", "one");
      Answered answer =
          answered(Request.post(receiver.uri("/hook?a=b%20c&d"), headers, body, DEADLINE));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.isSuccess()).isTrue();
      assertThat(answer.text()).isEqualTo("höra");
      assertThat(answer.cut()).isFalse();
      assertThat(answer.headers().all("X-SEEN")).containsExactly("yes", "twice");
      Received request = receiver.await(1).getFirst();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/hook?a=b%20c&d");
      assertThat(request.body()).isEqualTo(body);
      assertThat(request.header("content-type")).hasValue("application/json");
      assertThat(request.webhookId()).isEqualTo("one");
      assertThat(request.header("Host")).hasValue("127.0.0.1:" + receiver.port());
      assertThat(request.header("Cookie")).isEmpty();
      assertThat(request.header("Upgrade")).isEmpty();
    }
  }

  @Test
  void usesAConnectionAgain() {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.ok().saying("more"))) {
      for (int i = 0; i < 5; i++) {
        answered(Request.get(receiver.uri("/"), Headers.none(), DEADLINE));
      }
      assertThat(receiver.received()).hasSize(5);
      assertThat(receiver.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 400, 404, 410, 429, 500, 503, 599})
  void returnsEveryStatusAsAnAnswer(int status) {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.status(status))) {
      Request request = Request.get(receiver.uri("/"), Headers.none(), DEADLINE);
      assertThat(answered(request).status()).isEqualTo(status);
      assertThat(answered(request).status()).isEqualTo(status);
      assertThat(receiver.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void returnsARedirectAndDoesNotFollowIt(int status) {
    try (WebhookReceiver lured = WebhookReceiver.answering();
        WebhookReceiver receiver =
            WebhookReceiver.answering(
                Answer.status(status).with("Location", lured.uri("/").toString()),
                Answer.redirect(URI.create("http://169.254.169.254/latest/meta-data/")))) {
      Request request = Request.get(receiver.uri("/"), Headers.none(), DEADLINE);
      assertThat(answered(request).status()).isEqualTo(status);
      Answered second = answered(request);
      assertThat(second.status()).isEqualTo(302);
      assertThat(second.isSuccess()).isFalse();
      assertThat(second.headers().first("location"))
          .hasValue("http://169.254.169.254/latest/meta-data/");
      assertThat(lured.connections()).isZero();
    }
  }

  @Test
  void passesOverAFewInterimAnswers() {
    Answer hinted = Answer.interim(103, 3, Answer.ok().saying("whole"));
    try (WebhookReceiver receiver = WebhookReceiver.answering(hinted)) {
      Request request = Request.get(receiver.uri("/"), Headers.none(), DEADLINE);
      for (int i = 0; i < 10; i++) {
        assertThat(answered(request).text()).isEqualTo("whole");
      }
      assertThat(receiver.connections()).isEqualTo(1);
    }
  }

  @Test
  void keepsNoCookieAndSendsNoPassword() {
    try (WebhookReceiver receiver =
        WebhookReceiver.answering(
            Answer.status(401)
                .with("Set-Cookie", "session=1; Path=/")
                .with("WWW-Authenticate", "Basic realm=\"x\""))) {
      Request request = Request.get(receiver.uri("/"), Headers.none(), DEADLINE);
      answered(request);
      answered(request);
      assertThat(receiver.received()).hasSize(2);
      assertThat(receiver.received().getLast().header("Cookie")).isEmpty();
      assertThat(receiver.received().getLast().header("Authorization")).isEmpty();
    }
  }

  @Test
  void asksWithOptionsAndWithHead() {
    try (WebhookReceiver receiver =
        WebhookReceiver.answering(Answer.ok().with("Allow", "POST").saying("body"))) {
      assertThat(
              answered(Request.options(receiver.uri("/"), Headers.none(), DEADLINE))
                  .headers()
                  .first("allow"))
          .hasValue("POST");
      Request head = Request.of("HEAD", receiver.uri("/"), Headers.none(), DEADLINE);
      assertThat(answered(head).body()).isEmpty();
      assertThat(receiver.received())
          .extracting(Received::method)
          .containsExactly("OPTIONS", "HEAD");
    }
  }

  @Test
  void servesManyVirtualThreadsAtOnce() {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.ok().saying("one"))) {
      List<CompletableFuture<Exchange>> all =
          IntStream.range(0, 300)
              .mapToObj(i -> {
                CompletableFuture<Exchange> result = new CompletableFuture<>();
                Request request = Request.get(receiver.uri("/" + i), Headers.none(), DEADLINE);
                Thread.startVirtualThread(() -> result.complete(http.send(request)));
                return result;
              })
              .toList();
      assertThat(all).allSatisfy(r -> assertThat(r.join()).isInstanceOf(Answered.class));
      assertThat(receiver.received())
          .extracting(Received::path)
          .doesNotHaveDuplicates()
          .hasSize(300);
      assertThat(receiver.connections()).isLessThanOrEqualTo(64);
    }
  }

  @Test
  void sendsTheBracketsOfAnIpv6Host() {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      URI uri = URI.create("http://[::ffff:127.0.0.1]:" + receiver.port() + "/");
      answered(Request.get(uri, Headers.none(), DEADLINE));
      assertThat(receiver.received().getFirst().header("Host"))
          .hasValue("[::ffff:127.0.0.1]:" + receiver.port());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "'?a=b', /?a=b",
    "//other.test/x, //other.test/x",
    "/a%2Fb?c=%20#fragment, /a%2Fb?c=%20",
    "/ä?ö, /%C3%A4?%C3%B6"
  })
  void sendsThePathAsItIs(String path, String sent) {
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      answered(Request.get(receiver.uri(path), Headers.none(), DEADLINE));
      assertThat(receiver.received().getFirst().path()).isEqualTo(sent);
    }
  }

  @Test
  void spellsAnInternationalHostInAscii() {
    AddressPolicy policy = AddressPolicy.allowing(List.of("loopback"));
    Lookup names =
        name -> {
          assertThat(name).isEqualTo("xn--mnchen-3ya.test");
          return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        GuardedHttp http = GuardedHttp.open(GuardedHttp.Settings.of(policy).withLookup(names))) {
      URI uri = URI.create("http://München.test:" + receiver.port() + "/");
      assertThat(http.send(Request.get(uri, Headers.none(), DEADLINE)))
          .isInstanceOf(Answered.class);
      assertThat(receiver.received().getFirst().header("Host"))
          .hasValue("xn--mnchen-3ya.test:" + receiver.port());
    }
  }

  @Test
  void survivesOddHeadersOfAnAnswer() {
    String odd =
        "HTTP/1.1 200 scripted\r\nX-A: a\u0001b\u00e9\r\nX\u00e9: c\r\nX-Long: "
            + "v".repeat(20_000)
            + "\r\nX-Empty:\r\nContent-Length: 0\r\n\r\n";
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.raw(odd))) {
      Headers headers =
          answered(Request.get(receiver.uri("/"), Headers.none(), DEADLINE)).headers();
      assertThat(headers.first("X-A")).hasValue("a b\u00e9");
      assertThat(headers.first("X-Empty")).hasValue("");
      assertThat(headers.first("X-Long").orElseThrow()).hasSize(20_000);
      assertThat(headers.fields()).hasSize(4);
    }
  }

  @Test
  void refusesToWorkOnceClosed() {
    http.close();
    URI uri = URI.create("http://127.0.0.1:1/");
    assertThatThrownBy(() -> http.send(Request.get(uri, Headers.none(), DEADLINE)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "Connection", "Expect"})
  void leavesTheConnectionsOwnHeadersToIt(String name) {
    URI uri = URI.create("http://127.0.0.1:1/");
    assertThatThrownBy(() -> Request.get(uri, Headers.of(name, "x"), DEADLINE))
        .hasMessageContaining("connection's own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Injected: b", "a\nb", "a\0b"})
  void takesNoHeaderThatWouldMakeAnother(String value) {
    assertThatThrownBy(() -> Headers.of("X-A", value)).hasMessageContaining("control character");
  }

  @Test
  void printsNeitherHeadersNorBodyOfARequest() {
    Request request =
        Request.post(
            URI.create("http://a.test/"),
            Headers.of("Authorization", "hunter2"),
            "hunter3".getBytes(StandardCharsets.UTF_8),
            DEADLINE);
    assertThat(request.toString()).doesNotContain("hunter");
  }
}
