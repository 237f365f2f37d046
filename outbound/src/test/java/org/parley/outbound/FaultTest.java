package org.parley.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.outbound.Exchange.Answered;
import org.parley.outbound.Exchange.Failed;
import org.parley.outbound.Exchange.Kind;
import org.parley.testkit.Answer;
import org.parley.testkit.FaultProxy;
import org.parley.testkit.WebhookReceiver;

class FaultTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final long GIGABYTE = 1L << 30;

  private final GuardedHttp http = GuardedHttp.open(AddressPolicy.allowing(List.of("loopback")));

  @AfterEach
  void close() {
    http.close();
  }

  private static Request get(WebhookReceiver receiver) {
    return Request.get(receiver.uri("/"), Headers.none(), DEADLINE);
  }

  private Answered answered(Request request) {
    Exchange exchange = http.send(request);
    assertThat(exchange).isInstanceOf(Answered.class);
    return (Answered) exchange;
  }

  static Stream<Arguments> faults() {
    String head = "HTTP/1.1 200 scripted\r\n";
    return Stream.of(
        Arguments.of("reset before the answer", Answer.reset(), Kind.RESET),
        Arguments.of("end before the answer", Answer.raw(""), Kind.RESET),
        Arguments.of("end within the head", Answer.raw("HTTP/1.1 200"), Kind.RESET),
        Arguments.of("reset during the body", Answer.resetDuringBody(), Kind.RESET),
        Arguments.of(
            "a length longer than the body",
            Answer.raw(head + "Content-Length: 100\r\n\r\nshort"),
            Kind.RESET),
        Arguments.of(
            "an end within a chunk",
            Answer.raw(head + "Transfer-Encoding: chunked\r\n\r\n64\r\nshort"),
            Kind.RESET),
        Arguments.of(
            "a negative length", Answer.raw(head + "Content-Length: -5\r\n\r\n"), Kind.PROTOCOL),
        Arguments.of(
            "a length that is no number",
            Answer.raw(head + "Content-Length: many\r\n\r\n"),
            Kind.PROTOCOL),
        Arguments.of(
            "a chunk without a size",
            Answer.raw(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
            Kind.PROTOCOL),
        Arguments.of("10 MB of headers", Answer.manyHeaders(10_000), Kind.TOO_LARGE),
        Arguments.of("one header of 10 MB", Answer.longHeader(10_000_000), Kind.TOO_LARGE),
        Arguments.of("a flood of 100", Answer.interim(100, 100_000, Answer.ok()), Kind.TOO_LARGE),
        Arguments.of("a flood of 103", Answer.interim(103, 100_000, Answer.ok()), Kind.TOO_LARGE),
        Arguments.of("another protocol", Answer.interim(101, 1, Answer.ok()), Kind.PROTOCOL),
        Arguments.of("no HTTP", Answer.raw("220 mail.example.org ESMTP\r\n\r\n"), Kind.PROTOCOL),
        Arguments.of("garbage for ever", Answer.raw("x".repeat(100_000)), Kind.TOO_LARGE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void namesTheFaultAndFreesTheConnection(String name, Answer fault, Kind kind) {
    try (WebhookReceiver receiver = WebhookReceiver.answering(fault, Answer.ok())) {
      assertThat(http.send(get(receiver)))
          .isInstanceOfSatisfying(
              Failed.class,
              f -> {
                assertThat(f.kind()).as(f.reason()).isEqualTo(kind);
                assertThat(f.reason())
                    .contains("127.0.0.1:" + receiver.port())
                    .doesNotContain("\n");
                assertThat(f.reason()).hasSizeLessThan(400);
              });
      receiver.awaitHangUps();
      assertThat(answered(get(receiver)).status()).isEqualTo(200);
    }
  }

  @Test
  void namesARefusedConnection() {
    // Nothing listens on tcpmux's port.
    URI uri = URI.create("http://127.0.0.1:1/");
    assertThat(http.send(Request.get(uri, Headers.none(), DEADLINE)))
        .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.kind()).isEqualTo(Kind.CONNECT));
  }

  @Test
  void recoversFromAConnectionThatWasResetAfterItsAnswer() {
    try (WebhookReceiver receiver =
        WebhookReceiver.answering(Answer.resetAfter(Answer.ok()), Answer.ok())) {
      assertThat(answered(get(receiver)).status()).isEqualTo(200);
      receiver.awaitHangUps();
      // The pool may not have noticed yet, so one failure is fair; the next try dials anew.
      Exchange second = http.send(get(receiver));
      assertThat(second instanceof Answered ? second : http.send(get(receiver)))
          .isInstanceOf(Answered.class);
    }
  }

  @Test
  void failsOverAProxyThatRefusesOrCutsAndRecovers() {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.ok().saying("hello"));
        FaultProxy proxy = FaultProxy.before(receiver.port())) {
      URI uri = URI.create("http://127.0.0.1:" + proxy.port() + "/");
      Request request = Request.get(uri, Headers.none(), DEADLINE);
      proxy.refuse();
      assertThat(http.send(request)).isInstanceOf(Failed.class);
      assertThat(receiver.connections()).isZero();
      proxy.forward();
      assertThat(answered(request).text()).isEqualTo("hello");
      assertThat(proxy.connections()).isEqualTo(2);
    }
  }

  @Test
  void keepsTheStartOfAGigabyteAndHangsUp() {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.hugeBody(GIGABYTE))) {
      Answered answer = answered(get(receiver).withMaxBody(1000));
      assertThat(answer.body()).hasSize(1000);
      assertThat(answer.cut()).isTrue();
      receiver.awaitHangUps();
    }
  }

  @Test
  void keepsTheStartOfWhatABombInflatesTo() {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.gzipBomb(GIGABYTE))) {
      Answered answer = answered(get(receiver).withMaxBody(100_000).inflating());
      assertThat(answer.body()).hasSize(100_000).containsOnly(0);
      assertThat(answer.cut()).isTrue();
      receiver.awaitHangUps();
    }
  }

  @Test
  void knowsABodyOfExactlyTheMostBytesAsWhole() {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.ok().saying("12345"))) {
      assertThat(answered(get(receiver).withMaxBody(5)).cut()).isFalse();
      assertThat(answered(get(receiver).withMaxBody(4)).text()).isEqualTo("1234");
      assertThat(answered(get(receiver).withMaxBody(4)).cut()).isTrue();
      assertThat(answered(get(receiver).withMaxBody(0)).cut()).isTrue();
    }
  }

  private static final byte[] TEXT =
      "a text that says the same, the same, the same".getBytes(StandardCharsets.UTF_8);

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(TEXT);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(boolean bare) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(TEXT);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  static Stream<Arguments> codings() throws IOException {
    return Stream.of(
        Arguments.of("gzip", gzip()),
        Arguments.of("X-GZip", gzip()),
        Arguments.of("deflate", deflate(false)),
        Arguments.of("deflate", deflate(true)),
        Arguments.of("identity", TEXT));
  }

  @ParameterizedTest
  @MethodSource("codings")
  void inflatesWhenAskedTo(String coding, byte[] body) {
    Answer compressed = Answer.ok().with("Content-Encoding", coding).saying(body);
    try (WebhookReceiver receiver = WebhookReceiver.answering(compressed)) {
      assertThat(answered(get(receiver).inflating()).body()).isEqualTo(TEXT);
      assertThat(answered(get(receiver)).body()).isEqualTo(body);
      assertThat(receiver.received().getFirst().header("Accept-Encoding"))
          .hasValue("gzip, deflate");
      assertThat(receiver.received().getLast().header("Accept-Encoding")).isEmpty();
    }
  }

  static Stream<Arguments> brokenCodings() throws IOException {
    return Stream.of(
        Arguments.of("gzip", "not gzip at all".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("gzip", Arrays.copyOf(gzip(), 20)),
        Arguments.of("gzip", new byte[] {31}),
        Arguments.of("deflate", "not deflate".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("br", TEXT));
  }

  @ParameterizedTest
  @MethodSource("brokenCodings")
  void namesABodyThatIsNotWhatItsCodingSays(String coding, byte[] body) {
    Answer broken = Answer.ok().with("Content-Encoding", coding).saying(body);
    try (WebhookReceiver receiver = WebhookReceiver.answering(broken)) {
      assertThat(http.send(get(receiver).inflating()))
          .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.kind()).isEqualTo(Kind.PROTOCOL));
    }
  }
}
