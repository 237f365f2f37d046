package org.parley.outbound;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/// The one way out: an HTTP client for addresses that strangers chose. Blocking, meant for virtual
/// threads, safe for any number of them.
///
/// - An address is checked when it is dialled, by [AddressPolicy]; connections are kept and used
///   again, and each was checked when it was made.
/// - A [Request]'s deadline bounds everything, look-up and dripped bytes included: when it passes,
///   the socket is closed under whoever waits on it.
/// - The answer's head, with at most 16 interim answers before it, is at most 256 KiB, its body
///   what the request allows; whatever exceeds that is not read.
/// - Redirects are answers, never followed: who follows one sends a new request, checked like any.
///   No cookies, no passwords, no retries, no proxy.
///
/// What goes wrong on the way is a value, see [Exchange].
public final class GuardedHttp implements AutoCloseable {
  private final CloseableHttpClient client;
  private final BoundedLookup lookup;
  private final ScheduledThreadPoolExecutor timer;

  /// How to reach the world.
  ///
  /// @param policy which addresses may be dialled
  /// @param lookup how names become addresses
  /// @param tls which certificates are believed
  /// @param connections the most at one time; a request beyond them waits, within its deadline
  /// @param connectionsPerHost the most of these to one host and port
  public record Settings(
      AddressPolicy policy,
      Lookup lookup,
      SSLContext tls,
      int connections,
      int connectionsPerHost) {

    /// The system's names and certificates, 1,024 connections, 64 to a host.
    public static Settings of(AddressPolicy policy) {
      try {
        return new Settings(policy, Lookup.SYSTEM, SSLContext.getDefault(), 1024, 64);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("the JDK's default certificates cannot be read", e);
      }
    }

    public Settings withLookup(Lookup lookup) {
      return new Settings(policy, lookup, tls, connections, connectionsPerHost);
    }

    public Settings withTls(SSLContext tls) {
      return new Settings(policy, lookup, tls, connections, connectionsPerHost);
    }

    public Settings withConnections(int connections, int connectionsPerHost) {
      return new Settings(policy, lookup, tls, connections, connectionsPerHost);
    }
  }

  private GuardedHttp(Settings settings) {
    lookup = new BoundedLookup(settings.lookup());
    client = Wiring.client(settings, new CheckedResolver(settings.policy(), lookup));
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("parley-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  public static GuardedHttp open(Settings settings) {
    return new GuardedHttp(settings);
  }

  /// With [Settings#of].
  public static GuardedHttp open(AddressPolicy policy) {
    return new GuardedHttp(Settings.of(policy));
  }

  /// Sends `request` and waits for the whole answer, at most for the request's deadline.
  ///
  /// @throws IllegalStateException when this client is closed
  public Exchange send(Request request) {
    if (timer.isShutdown()) {
      throw new IllegalStateException("this HTTP client is closed");
    }
    long begun = System.nanoTime();
    try {
      return send(request, Target.of(request.uri()));
    } catch (RefusedException e) {
      return new Exchange.Refused(e.reason(), Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private Exchange send(Request request, Target target) {
    HttpUriRequestBase message = message(request, target);
    Attempt attempt = new Attempt(target, request.deadline(), message);
    // On a thread of its own, for closing a socket may take long and the next deadline must not
    // wait.
    Future<?> deadline =
        timer.schedule(
            () -> Thread.startVirtualThread(attempt::expire),
            request.deadline().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      return ScopedValue.where(Attempt.CURRENT, attempt)
          .call(() -> exchange(request, message, attempt));
    } catch (IOException e) {
      return Failures.of(e, attempt);
    } catch (RuntimeException e) {
      // A cut-off exchange finds its connection gone, which the library takes for a misuse.
      if (attempt.isExpired()) {
        return Failures.of(e, attempt);
      }
      throw e;
    } finally {
      deadline.cancel(false);
    }
  }

  private static HttpUriRequestBase message(Request request, Target target) {
    HttpUriRequestBase message = new HttpUriRequestBase(request.method(), URI.create("/"));
    message.setScheme(target.scheme());
    message.setAuthority(new URIAuthority(target.hostInUrl(), explicitPort(request, target)));
    message.setPath(path(request.uri()));
    message.setConfig(
        RequestConfig.copy(Wiring.REQUESTS)
            .setConnectionRequestTimeout(Timeout.ofMilliseconds(request.deadline().toMillis() + 1))
            .build());
    if (request.inflate()) {
      message.addHeader("Accept-Encoding", "gzip, deflate");
    }
    request.headers().fields().forEach(f -> message.addHeader(f.name(), f.value()));
    byte[] body = request.body();
    if (body != null) {
      message.setEntity(new ByteArrayEntity(body, null));
    }
    return message;
  }

  /// Set by itself: read as a URL, the path `//x` would name a host.
  private static String path(URI uri) {
    URI ascii = URI.create(uri.toASCIIString());
    String path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
  }

  /// `Host` names the port only where the URL does.
  private static int explicitPort(Request request, Target target) {
    String authority = Objects.requireNonNullElse(request.uri().getRawAuthority(), "");
    return authority.endsWith(":" + target.port()) ? target.port() : -1;
  }

  private Exchange exchange(Request request, HttpUriRequestBase message, Attempt attempt)
      throws IOException {
    Target target = attempt.target();
    HttpHost host = new HttpHost(target.scheme(), target.host(), target.port());
    try {
      ClassicHttpResponse response = client.executeOpen(host, message, null);
      attempt.enter(Attempt.Phase.BODY);
      return answered(request, response, body(request, response.getEntity()), attempt);
    } finally {
      // A body read whole has given its connection back, and this does nothing. Closing the
      // response
      // would read what is left of the body.
      message.cancel();
    }
  }

  private static Body body(Request request, HttpEntity entity) throws IOException {
    return entity == null ? Body.NONE : Body.read(entity.getContent(), request.maxBody());
  }

  private static Exchange answered(
      Request request, ClassicHttpResponse response, Body raw, Attempt attempt) throws IOException {
    Header encoding = response.getFirstHeader("Content-Encoding");
    boolean inflate = request.inflate() && encoding != null && raw.bytes().length > 0;
    Body body = inflate ? raw.inflated(encoding.getValue(), request.maxBody()) : raw;
    return new Exchange.Answered(
        response.getCode(), headers(response), body.bytes(), body.cut(), attempt.took());
  }

  private static Headers headers(ClassicHttpResponse response) {
    return new Headers(
        Arrays.stream(response.getHeaders())
            .flatMap(h -> Headers.Field.received(h.getName(), h.getValue()).stream())
            .toList());
  }

  /// Cuts off what is under way and closes every connection.
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    timer.shutdownNow();
    lookup.close();
  }
}
