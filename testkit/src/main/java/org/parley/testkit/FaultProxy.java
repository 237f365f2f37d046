package org.parley.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A TCP proxy on 127.0.0.1 that can take a service away: it forwards, stalls, refuses and cuts.
/// Safe for all threads.
public final class FaultProxy implements AutoCloseable {
  private enum Mode {
    FORWARD,
    STALL,
    REFUSE,
    CLOSED
  }

  private final ServerSocket server;
  private final InetSocketAddress target;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Socket> sockets = new HashSet<>();
  private Mode mode = Mode.FORWARD;
  private int accepted;

  private FaultProxy(InetSocketAddress target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 1024, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free on 127.0.0.1", e);
    }
    Thread.ofVirtual().name("fault-proxy").start(this::acceptAll);
  }

  /// In front of `target`, forwarding.
  public static FaultProxy before(InetSocketAddress target) {
    return new FaultProxy(target);
  }

  /// In front of a port of 127.0.0.1, forwarding.
  public static FaultProxy before(int port) {
    return before(new InetSocketAddress("127.0.0.1", port));
  }

  public int port() {
    return server.getLocalPort();
  }

  /// Forwards again, what was held back by [#stall] first.
  public void forward() {
    enter(Mode.FORWARD);
  }

  /// Keeps connections open, accepts new ones, and lets no byte through in either direction.
  public void stall() {
    enter(Mode.STALL);
  }

  /// Resets new connections as soon as they are made; old ones live on.
  public void refuse() {
    enter(Mode.REFUSE);
  }

  /// Resets all connections; new ones are treated as before.
  public void cut() {
    for (Socket socket : open()) {
      reset(socket);
    }
  }

  /// How many connections were accepted or refused so far.
  public int connections() {
    lock.lock();
    try {
      return accepted;
    } finally {
      lock.unlock();
    }
  }

  private void enter(Mode next) {
    lock.lock();
    try {
      mode = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<Socket> open() {
    lock.lock();
    try {
      return List.copyOf(sockets);
    } finally {
      lock.unlock();
    }
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException("the proxy cannot accept", e);
        }
      }
    }
  }

  private void serve(Socket client) {
    if (!admit(client)) {
      reset(client);
      return;
    }
    try (client;
        Socket service = new Socket(target.getAddress(), target.getPort())) {
      add(service);
      Thread back = Thread.ofVirtual().start(() -> pump(service, client));
      pump(client, service);
      back.join();
    } catch (IOException _) {
      // The service is away or the connection was cut: the client sees its own end.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      remove(client);
    }
  }

  private boolean admit(Socket client) {
    lock.lock();
    try {
      accepted++;
      if (mode == Mode.REFUSE || mode == Mode.CLOSED) {
        return false;
      }
      sockets.add(client);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void add(Socket socket) {
    lock.lock();
    try {
      sockets.add(socket);
    } finally {
      lock.unlock();
    }
  }

  private void remove(Socket socket) {
    lock.lock();
    try {
      sockets.remove(socket);
    } finally {
      lock.unlock();
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] chunk = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        awaitPassage();
        out.write(chunk, 0, count);
      }
      awaitPassage();
      to.shutdownOutput();
    } catch (IOException _) {
      // One side was reset: so is the other.
      reset(from);
      reset(to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      remove(from);
    }
  }

  private void awaitPassage() throws InterruptedException {
    lock.lock();
    try {
      while (mode == Mode.STALL) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // Closed already, so nothing is left to reset.
      return;
    }
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a connection cannot be cut", e);
    }
  }

  @Override
  public void close() {
    enter(Mode.CLOSED);
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the proxy cannot close", e);
    }
    cut();
  }
}
