package org.parley.console;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The HTTP server of a running Parley.
///
/// - `/livez`: 200 as long as no part of the process has failed for good.
/// - `/readyz`: 200 when every part does its work, else 503 and which does not, and why.
/// - `/metrics`: everything measured, in Prometheus' text format.
///
/// Nobody is asked for a password, so it listens on this machine only unless told otherwise, and
/// there answers only requests that name this machine ([HostCheck]). Requests run on virtual
/// threads.
public final class Console implements AutoCloseable {
  private static final int MOST_AT_ONCE = 64;
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final WebServer server;
  private final InetAddress bind;
  private final boolean moved;

  private Console(WebServer server, InetAddress bind, boolean moved) {
    this.server = server;
    this.bind = bind;
    this.moved = moved;
  }

  /// Starts one.
  ///
  /// @param parts whose health is told, in that order; asked for with every request, since roles
  ///   come and go
  /// @param metrics everything measured, in Prometheus' text format 0.0.4; asked for with every
  ///   request
  /// @throws ConsoleException when it cannot listen there
  public static Console start(
      ConsoleSettings settings, Supplier<List<Health>> parts, Supplier<String> metrics) {
    var vitals = new Vitals(parts);
    int port = settings.port();
    boolean moved = false;
    @Nullable IOException problem = problemWith(settings.bind(), port);
    if (problem != null && settings.orFree()) {
      port = 0;
      moved = true;
      problem = problemWith(settings.bind(), port);
    }
    if (problem != null) {
      throw refused(settings.bind(), port, problem);
    }
    WebServer server =
        WebServer.builder()
            .bindAddress(new InetSocketAddress(settings.bind(), port))
            .shutdownHook(false)
            .maxTcpConnections(MOST_AT_ONCE)
            .idleConnectionTimeout(IDLE)
            .maxPayloadSize(0)
            .routing(routing -> {
              if (settings.bind().isLoopbackAddress()) {
                routing.addFilter(new HostCheck());
              }
              new HealthPages(vitals).addTo(routing);
              new MetricsPage(metrics).addTo(routing);
            })
            .build()
            .start();
    if (!server.isRunning()) {
      throw refused(settings.bind(), port, null);
    }
    return new Console(server, settings.bind(), moved);
  }

  /// The server says it only in its log when it cannot have its port, so that is tried first.
  private static @Nullable IOException problemWith(InetAddress bind, int port) {
    try (var _ = new ServerSocket(port, 1, bind)) {
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private static ConsoleException refused(
      InetAddress bind, int port, @Nullable IOException problem) {
    String why = problem == null ? "" : ": " + problem.getMessage();
    return new ConsoleException("cannot listen on " + address(bind, port) + why, problem);
  }

  public int port() {
    return server.port();
  }

  /// Whether the port that was wanted is taken, and it listens on another.
  public boolean isMoved() {
    return moved;
  }

  /// `host:port`.
  public String address() {
    return address(bind, port());
  }

  private static String address(InetAddress bind, int port) {
    String host = bind.getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public void close() {
    server.stop();
  }
}
