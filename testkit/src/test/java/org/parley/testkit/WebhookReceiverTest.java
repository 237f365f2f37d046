package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {
  private static String exchange(Socket socket, String request, String last) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf(last) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return answer + "<end>";
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(60_000);
    return socket;
  }

  @Test
  void answersByTheScriptAndRepeatsItsLastAnswer() throws IOException {
    try (WebhookReceiver receiver =
            WebhookReceiver.answering(
                Answer.status(429).with("Retry-After", "120"), Answer.ok().saying("fine"));
        Socket socket = connect(receiver.port())) {
      assertThat(exchange(socket, "GET /1 HTTP/1.1\r\n\r\n", "\r\n\r\n"))
          .isEqualTo("HTTP/1.1 429 scripted\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
      assertThat(exchange(socket, "GET /2 HTTP/1.1\r\n\r\n", "fine")).startsWith("HTTP/1.1 200 ");
      assertThat(exchange(socket, "GET /3 HTTP/1.1\r\n\r\n", "fine")).startsWith("HTTP/1.1 200 ");
      assertThat(receiver.await(3)).extracting(Received::path).containsExactly("/1", "/2", "/3");
      assertThat(receiver.received()).extracting(Received::order).containsExactly(1, 2, 3);
      assertThat(receiver.connections()).isEqualTo(1);
    }
    try (WebhookReceiver other = WebhookReceiver.answering()) {
      assertThat(other.openConnections()).isZero();
    }
  }

  @Test
  void recordsBodiesWithALengthAndInChunks() throws IOException {
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        Socket socket = connect(receiver.port())) {
      exchange(
          socket,
          "POST /a HTTP/1.1\r\nContent-Length: 5\r\nwebhook-id: x\r\n\r\nhello",
          "\r\n\r\n");
      exchange(
          socket,
          "POST /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;a=b\r\nlo\r\n0\r\n\r\n",
          "\r\n\r\n");
      assertThat(receiver.await(2)).extracting(Received::text).containsOnly("hello");
      assertThat(receiver.await(r -> r.path().equals("/a")).webhookId()).isEqualTo("x");
    }
  }

  @Test
  void holdsAnAnswerUntilItsGateOpens() throws IOException {
    CountDownLatch gate = new CountDownLatch(1);
    try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.held(gate, Answer.ok()));
        Socket held = connect(receiver.port())) {
      held.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      receiver.await(1);
      assertThat(held.getInputStream().available()).isZero();
      gate.countDown();
      assertThat(exchange(held, "", "\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void proxyForwardsStallsCutsAndRefuses() throws IOException {
    try (WebhookReceiver receiver = WebhookReceiver.answering();
        FaultProxy proxy = FaultProxy.before(receiver.port());
        Socket first = connect(proxy.port())) {
      String request = "GET / HTTP/1.1\r\n\r\n";
      assertThat(exchange(first, request, "\r\n\r\n")).startsWith("HTTP/1.1 200 ");

      proxy.stall();
      first.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(receiver.received()).hasSize(1);
      proxy.forward();
      assertThat(exchange(first, "", "\r\n\r\n")).startsWith("HTTP/1.1 200 ");

      proxy.cut();
      assertThat(ends(first)).isTrue();
      receiver.awaitHangUps();

      proxy.refuse();
      try (Socket refused = connect(proxy.port())) {
        assertThat(ends(refused)).isTrue();
      }
      assertThat(receiver.connections()).isEqualTo(1);
      assertThat(proxy.connections()).isEqualTo(2);
    }
  }

  private static boolean ends(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException _) {
      return true;
    }
  }
}
