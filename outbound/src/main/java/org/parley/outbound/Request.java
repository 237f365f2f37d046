package org.parley.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What to send, and how much of time and memory the answer may take.
///
/// @param method in capitals
/// @param uri http or https; any other is answered with [Exchange.Refused]
/// @param headers without those that the connection sets itself (`Host`, `Content-Length`, …)
/// @param body none for a request without one; not copied, so leave it alone afterwards
/// @param deadline over the whole exchange, from the look-up of the name to the last byte
/// @param maxBody how many bytes of the answer's body to keep; what comes after is not read
/// @param inflate whether to ask for gzip or deflate and to undo it; `maxBody` then holds for both
///   the bytes on the wire and the bytes they make
public record Request(
    String method,
    URI uri,
    Headers headers,
    byte @Nullable [] body,
    Duration deadline,
    int maxBody,
    boolean inflate) {
  /// How much of an answer is kept unless the caller says otherwise.
  public static final int DEFAULT_MAX_BODY = 64 * 1024;

  private static final List<String> CONNECTIONS_OWN =
      List.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "expect");

  public Request {
    if (!method.equals(method.toUpperCase(Locale.ROOT)) || method.isBlank()) {
      throw new IllegalArgumentException("method must be in capitals, not '" + method + "'");
    }
    Objects.requireNonNull(uri, "uri");
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException("deadline must be longer than nothing, not " + deadline);
    }
    if (maxBody < 0) {
      throw new IllegalArgumentException("maxBody must not be negative, not " + maxBody);
    }
    for (String name : CONNECTIONS_OWN) {
      if (headers.has(name)) {
        throw new IllegalArgumentException("header " + name + " is the connection's own to set");
      }
    }
  }

  /// Without a body.
  public static Request of(String method, URI uri, Headers headers, Duration deadline) {
    return new Request(method, uri, headers, null, deadline, DEFAULT_MAX_BODY, false);
  }

  public static Request get(URI uri, Headers headers, Duration deadline) {
    return of("GET", uri, headers, deadline);
  }

  public static Request post(URI uri, Headers headers, byte[] body, Duration deadline) {
    return new Request("POST", uri, headers, body, deadline, DEFAULT_MAX_BODY, false);
  }

  public static Request options(URI uri, Headers headers, Duration deadline) {
    return of("OPTIONS", uri, headers, deadline);
  }

  public Request withMaxBody(int maxBody) {
    return new Request(method, uri, headers, body, deadline, maxBody, inflate);
  }

  /// Asks for a compressed answer and hands it back inflated.
  public Request inflating() {
    return new Request(method, uri, headers, body, deadline, maxBody, true);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Request(var m, var u, var h, var b, var d, var max, var inf)
        && method.equals(m)
        && uri.equals(u)
        && headers.equals(h)
        && Arrays.equals(body, b)
        && deadline.equals(d)
        && maxBody == max
        && inflate == inf;
  }

  @Override
  public int hashCode() {
    return Objects.hash(method, uri, headers, Arrays.hashCode(body), deadline, maxBody, inflate);
  }

  /// Without headers and body, which may hold a secret or an article.
  @Override
  public String toString() {
    return method + " " + uri + " within " + deadline;
  }
}
