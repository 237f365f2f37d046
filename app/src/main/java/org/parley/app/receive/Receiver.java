package org.parley.app.receive;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;

/// An HTTP server, on 127.0.0.1 unless told otherwise, that takes webhooks, checks each signature
/// with the reference library of Standard Webhooks, and answers 204 when it holds, 401 when it does
/// not. It is independent of the code that signs.
public final class Receiver implements AutoCloseable {
  public static final String LOOPBACK = "127.0.0.1";

  private static final long MAX_BODY = 8L * 1024 * 1024;

  private final InetAddress host;
  private final Webhook webhook;
  private final Consumer<Delivered> listener;
  private final WebServer server;

  private Receiver(InetAddress host, int port, String secret, Consumer<Delivered> listener) {
    this.host = host;
    this.webhook = verifier(secret);
    this.listener = listener;
    this.server =
        WebServer.builder()
            .address(host)
            .port(port)
            .shutdownHook(false)
            .maxPayloadSize(MAX_BODY)
            .routing(routing -> routing.post("/*", this::receive))
            .build();
  }

  /// Starts one.
  ///
  /// @param host an address of this machine, or `0.0.0.0` for all of them
  /// @param port 0 for a free one
  /// @param secret `whsec_…`
  /// @param listener told of every request, on the thread that serves it
  /// @throws Failure when the host is none of this machine's, the port is taken or the secret is
  ///   none
  public static Receiver start(String host, int port, String secret, Consumer<Delivered> listener) {
    InetAddress address = addressOf(host);
    // The server says it only in its log when it cannot have its port, so that is tried first.
    try (var _ = new ServerSocket(port, 1, address)) {
      // Free: it is bound again at once.
    } catch (IOException e) {
      throw taken(host, port, e);
    }
    var receiver = new Receiver(address, port, secret, listener);
    receiver.server.start();
    if (!receiver.server.isRunning()) {
      throw taken(host, port, null);
    }
    return receiver;
  }

  private static InetAddress addressOf(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE, "--host must be an address such as 0.0.0.0, not '" + host + "'", e);
    }
  }

  private static Failure taken(String host, int port, @Nullable Exception cause) {
    return new Failure(
        ExitCode.CANNOT_START,
        String.format(
            Locale.ROOT,
            "port %d of %s cannot be had: it is taken, or the address is not this machine's;"
                + " choose another with --port or --host",
            port,
            host),
        cause);
  }

  public int port() {
    return server.port();
  }

  /// What to give an endpoint.
  public String url() {
    return "http://" + host.getHostAddress() + ":" + port() + "/";
  }

  @Override
  public void close() {
    server.stop();
  }

  private void receive(ServerRequest request, ServerResponse response) {
    String body = request.content().as(String.class);
    Map<String, List<String>> headers = headers(request);
    String problem = null;
    try {
      webhook.verify(body, headers);
    } catch (WebhookVerificationException e) {
      problem = e.getMessage();
    }
    var delivered =
        new Delivered(headers.getOrDefault("webhook-id", List.of("")).getFirst(), body, problem);
    listener.accept(delivered);
    response
        .status(delivered.isVerified() ? Status.NO_CONTENT_204 : Status.UNAUTHORIZED_401)
        .send();
  }

  private static Map<String, List<String>> headers(ServerRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    request
        .headers()
        .forEach(header -> headers.put(header.name().toLowerCase(Locale.ROOT), header.allValues()));
    return headers;
  }

  private static Webhook verifier(String secret) {
    try {
      return new Webhook(secret);
    } catch (EmptyWebhookSecretException | IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE, "the secret is none: it must be whsec_ and 24 to 64 bytes in base64", e);
    }
  }
}
