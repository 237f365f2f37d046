package org.parley.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

class DeadlineTest {
  private static final AddressPolicy LOOPBACK = AddressPolicy.allowing(List.of("loopback"));
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final GuardedHttp http = GuardedHttp.open(LOOPBACK);

  /// The first exchange of a JVM spends its deadline on loading classes.
  @BeforeAll
  static void warmUp() {
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        GuardedHttp http = GuardedHttp.open(LOOPBACK)) {
      URI uri = URI.create("http://localhost:" + receiver.port() + "/");
      assertThat(http.send(get(uri, LONG))).isInstanceOf(Answered.class);
    }
  }

  @AfterEach
  void close() {
    http.close();
  }

  private static Request get(URI uri, Duration deadline) {
    return Request.get(uri, Headers.none(), deadline).withMaxBody(Integer.MAX_VALUE - 8);
  }

  private static void assertTimeout(Exchange exchange) {
    assertThat(exchange)
        .isInstanceOfSatisfying(
            Failed.class,
            f -> {
              assertThat(f.kind()).as(f.reason()).isEqualTo(Kind.TIMEOUT);
              assertThat(f.reason()).startsWith("still ").endsWith(" when its 1500 ms were over");
              assertThat(f.took()).isBetween(SHORT, LONG);
            });
  }

  static Stream<Arguments> endless() {
    return Stream.of(
        Arguments.of("silence", Answer.silence()),
        Arguments.of("dripping head", Answer.drippingHead()),
        Arguments.of("dripping body", Answer.drippingBody()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void cutsOffAnAnswerThatDoesNotEnd(String name, Answer fault) {
    try (WebhookReceiver receiver = WebhookReceiver.answering(fault)) {
      assertTimeout(http.send(get(receiver.uri("/"), SHORT)));
      receiver.awaitHangUps();
    }
  }

  @Test
  void cutsOffAHandshakeThatStalls() {
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        FaultProxy proxy = FaultProxy.before(receiver.port())) {
      proxy.stall();
      assertTimeout(http.send(get(URI.create("https://127.0.0.1:" + proxy.port() + "/"), SHORT)));
    }
  }

  /// A full backlog: the system neither accepts nor refuses.
  @Test
  void cutsOffAConnectionThatIsNeverAccepted() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Socket first = new Socket("127.0.0.1", deaf.getLocalPort());
        Socket second = new Socket("127.0.0.1", deaf.getLocalPort())) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      URI uri = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/");
      assertTimeout(http.send(get(uri, SHORT)));
    }
  }

  /// The other side stops reading a request that is longer than the buffers in between.
  @Test
  void cutsOffARequestThatIsNotRead() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      URI uri = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/");
      byte[] body = new byte[64 * 1024 * 1024];
      assertTimeout(http.send(Request.post(uri, Headers.none(), body, SHORT)));
    }
  }

  @Test
  void cutsOffALookUpThatHangsAndSharesItAmongAllWhoAsk() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger lookUps = new AtomicInteger();
    Lookup hanging =
        name -> {
          lookUps.incrementAndGet();
          awaitUninterruptibly(gate);
          return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        GuardedHttp slow =
            GuardedHttp.open(GuardedHttp.Settings.of(LOOPBACK).withLookup(hanging))) {
      URI uri = URI.create("http://hanging.test:" + receiver.port() + "/");
      CompletableFuture<Exchange> other = new CompletableFuture<>();
      Thread.startVirtualThread(() -> other.complete(slow.send(get(uri, SHORT))));
      Exchange exchange = slow.send(get(uri, SHORT));
      assertTimeout(exchange);
      assertThat(exchange.summary()).contains("looking up the name of hanging.test");
      assertTimeout(other.get());
      assertThat(lookUps).hasValue(1);
      // Another address is not held up, and the name works once its server answers.
      assertThat(slow.send(get(receiver.uri("/"), LONG))).isInstanceOf(Answered.class);
      gate.countDown();
      assertThat(slow.send(get(uri, LONG))).isInstanceOf(Answered.class);
    }
  }

  /// As the system's resolver does.
  private static void awaitUninterruptibly(CountDownLatch gate) {
    boolean interrupted = false;
    while (true) {
      try {
        gate.await();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void waitsForAConnectionOfABusyHostWithinItsDeadlineAndHoldsUpNoOther() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    GuardedHttp.Settings one = GuardedHttp.Settings.of(LOOPBACK).withConnections(10, 1);
    try (WebhookReceiver busy = WebhookReceiver.answering(Answer.held(gate, Answer.ok()));
        WebhookReceiver free = WebhookReceiver.answering();
        GuardedHttp narrow = GuardedHttp.open(one)) {
      CompletableFuture<Exchange> first = new CompletableFuture<>();
      Thread.startVirtualThread(() -> first.complete(narrow.send(get(busy.uri("/"), LONG))));
      busy.await(1);
      Exchange second = narrow.send(get(busy.uri("/"), SHORT));
      assertTimeout(second);
      assertThat(second.summary()).contains("waiting for a free connection");
      assertThat(narrow.send(get(free.uri("/"), LONG))).isInstanceOf(Answered.class);
      gate.countDown();
      assertThat(first.get()).isInstanceOf(Answered.class);
      assertThat(narrow.send(get(busy.uri("/"), LONG))).isInstanceOf(Answered.class);
    }
  }

  /// Deadlines that fall into every moment of an exchange, over a pool of two connections: none
  /// escapes as an exception, and none keeps a connection for good.
  @Test
  void losesNoConnectionWhateverMomentADeadlineFallsInto() {
    long seed = System.nanoTime();
    System.out.println("DeadlineTest.losesNoConnection seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    GuardedHttp.Settings two = GuardedHttp.Settings.of(LOOPBACK).withConnections(2, 2);
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.ok().saying("a body"));
        GuardedHttp narrow = GuardedHttp.open(two)) {
      List<CompletableFuture<Exchange>> all = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        Duration deadline = Duration.ofNanos(random.nextLong(1_000, 20_000_000));
        CompletableFuture<Exchange> result = new CompletableFuture<>();
        all.add(result);
        Thread.startVirtualThread(() -> complete(result, narrow, get(receiver.uri("/"), deadline)));
      }
      for (CompletableFuture<Exchange> result : all) {
        Exchange exchange = result.join();
        assertThat(exchange instanceof Failed(var kind, _, _) ? kind : Kind.TIMEOUT)
            .as(exchange.summary())
            .isEqualTo(Kind.TIMEOUT);
      }
      for (int i = 0; i < 4; i++) {
        assertThat(narrow.send(get(receiver.uri("/"), LONG))).isInstanceOf(Answered.class);
      }
    }
  }

  private static void complete(
      CompletableFuture<Exchange> result, GuardedHttp http, Request request) {
    try {
      result.complete(http.send(request));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  @Test
  void endsAnInterruptedExchangeAndKeepsTheFlag() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.silence())) {
      CompletableFuture<Exchange> result = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread sender =
          Thread.startVirtualThread(() -> {
            result.complete(http.send(get(receiver.uri("/"), LONG)));
            flag.complete(Thread.currentThread().isInterrupted());
          });
      receiver.await(1);
      sender.interrupt();
      assertThat(result.get())
          .isInstanceOfSatisfying(
              Failed.class, f -> assertThat(f.kind()).isEqualTo(Kind.INTERRUPTED));
      assertThat(flag.get()).isTrue();
      receiver.awaitHangUps();
    }
  }

  @Test
  void endsWhatIsUnderWayWhenItIsClosed() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.silence())) {
      CompletableFuture<Exchange> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> result.complete(http.send(get(receiver.uri("/"), LONG))));
      receiver.await(1);
      http.close();
      assertThat(result.get()).isInstanceOf(Failed.class);
      receiver.awaitHangUps();
    }
  }
}
