package org.parley.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/// A real HTTP server on 127.0.0.1, or another address of the loopback, that answers by a script
/// and remembers every request. For tests of whatever sends; safe for all threads.
///
/// ```java
/// try (WebhookReceiver receiver = WebhookReceiver.answering(Answer.status(503), Answer.ok())) {
///   send(receiver.uri("/hook"));
///   assertThat(receiver.await(2)).extracting(Received::webhookId).containsOnly("one");
/// }
/// ```
public final class WebhookReceiver implements AutoCloseable {
  /// How long the `await` methods wait before they fail.
  private static final long PATIENCE_SECONDS = 60;

  private static final String HERE = "127.0.0.1";

  private final ServerSocket server;
  private final String scheme;
  private final String address;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Answer> script = new ArrayList<>();
  private final List<Received> received = new ArrayList<>();
  private final Set<Socket> sockets = new HashSet<>();
  private int connections;

  private WebhookReceiver(ServerSocketFactory sockets, String scheme, String address) {
    this.scheme = scheme;
    this.address = address;
    try {
      server = sockets.createServerSocket(0, 1024, InetAddress.getByName(address));
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free on " + address, e);
    }
    Thread.ofVirtual().name("webhook-receiver").start(this::acceptAll);
  }

  /// Answers the first request with the first answer and so on, and every request after the last
  /// with the last. Without any: 200.
  public static WebhookReceiver answering(Answer... script) {
    return new WebhookReceiver(ServerSocketFactory.getDefault(), "http", HERE).script(script);
  }

  /// The same on another address of the loopback, such as 127.0.0.2.
  public static WebhookReceiver at(String address, Answer... script) {
    return new WebhookReceiver(ServerSocketFactory.getDefault(), "http", address).script(script);
  }

  /// The same over TLS.
  public static WebhookReceiver encrypted(SSLContext tls, Answer... script) {
    return new WebhookReceiver(tls.getServerSocketFactory(), "https", HERE).script(script);
  }

  /// Replaces what is left of the script, for the requests to come.
  public WebhookReceiver script(Answer... answers) {
    lock.lock();
    try {
      script.clear();
      script.addAll(List.of(answers));
      if (script.isEmpty()) {
        script.add(Answer.ok());
      }
    } finally {
      lock.unlock();
    }
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  /// @param path with its `/`
  public URI uri(String path) {
    return URI.create(scheme + "://" + address + ":" + port() + path);
  }

  /// Every request so far, in the order of their arrival.
  public List<Received> received() {
    lock.lock();
    try {
      return List.copyOf(received);
    } finally {
      lock.unlock();
    }
  }

  /// How many connections were made so far.
  public int connections() {
    lock.lock();
    try {
      return connections;
    } finally {
      lock.unlock();
    }
  }

  /// How many of them are open now.
  public int openConnections() {
    lock.lock();
    try {
      return sockets.size();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for at least `count` requests.
  ///
  /// @return all of them so far
  /// @throws AssertionError when they do not come within a minute
  public List<Received> await(int count) {
    await(count + " requests", () -> received.size() >= count);
    return received();
  }

  /// Waits for a request that `wanted` holds for.
  ///
  /// @throws AssertionError when none comes within a minute
  public Received await(Predicate<Received> wanted) {
    await("such a request", () -> received.stream().anyMatch(wanted));
    return received().stream().filter(wanted).findFirst().orElseThrow();
  }

  /// Waits until every connection has ended.
  ///
  /// @throws AssertionError when they have not within a minute
  public void awaitHangUps() {
    await("all connections to end", sockets::isEmpty);
  }

  private interface State {
    boolean reached();
  }

  private void await(String what, State state) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!state.reached()) {
        if (left <= 0) {
          throw new AssertionError("waited in vain for " + what + "; came: " + received);
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    } finally {
      lock.unlock();
    }
  }

  private void acceptAll() {
    while (closing.getCount() > 0) {
      try {
        Socket socket = server.accept();
        int connection = opened(socket);
        if (closing.getCount() == 0) {
          socket.close();
        }
        Thread.ofVirtual()
            .name("webhook-connection-", connection)
            .start(() -> serve(socket, connection));
      } catch (IOException e) {
        if (closing.getCount() > 0) {
          throw new UncheckedIOException("the receiver cannot accept", e);
        }
      }
    }
  }

  private void serve(Socket socket, int connection) {
    try (Wire wire = new Wire(socket, closing)) {
      RequestReader reader = new RequestReader(wire.in());
      while (wire.isOpen()) {
        Optional<Received> next = reader.next();
        if (next.isEmpty()) {
          return;
        }
        Turn turn = record(next.get(), connection);
        turn.answer().give(turn.request(), wire);
      }
    } catch (IOException _) {
      // The client hung up, broke off its handshake, or the script closed the connection: as meant.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended(socket);
    }
  }

  private record Turn(Received request, Answer answer) {}

  private Turn record(Received got, int connection) {
    lock.lock();
    try {
      Received request =
          new Received(
              received.size() + 1, connection, got.method(), got.path(), got.headers(), got.body());
      received.add(request);
      changed.signalAll();
      return new Turn(request, script.size() > 1 ? script.removeFirst() : script.getFirst());
    } finally {
      lock.unlock();
    }
  }

  private int opened(Socket socket) {
    lock.lock();
    try {
      sockets.add(socket);
      changed.signalAll();
      return ++connections;
    } finally {
      lock.unlock();
    }
  }

  private void ended(Socket socket) {
    lock.lock();
    try {
      sockets.remove(socket);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    List<Socket> open;
    lock.lock();
    try {
      open = List.copyOf(sockets);
    } finally {
      lock.unlock();
    }
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the receiver cannot close", e);
    }
  }
}
