package org.parley.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.parley.outbound.Attempt.Phase;
import org.parley.outbound.Exchange.Failed;
import org.parley.outbound.Exchange.Kind;

/// What an exception of the HTTP library means.
final class Failures {
  private Failures() {}

  /// The deadline comes first: cutting an exchange off makes exceptions of every kind.
  static Exchange of(Exception e, Attempt attempt) {
    if (e instanceof RefusedException refused) {
      return new Exchange.Refused(refused.reason(), attempt.took());
    }
    if (attempt.isExpired() || e instanceof ConnectionRequestTimeoutException) {
      return new Failed(Kind.TIMEOUT, attempt.timeout(), attempt.took());
    }
    if (Thread.currentThread().isInterrupted()) {
      return failed(Kind.INTERRUPTED, "interrupted", e, attempt);
    }
    return switch (kind(e, attempt.phase())) {
      case DNS -> failed(Kind.DNS, "no address", e, attempt);
      case CONNECT -> failed(Kind.CONNECT, "no connection", e, attempt);
      case TLS -> failed(Kind.TLS, "no agreement on encryption", e, attempt);
      case TIMEOUT -> failed(Kind.TIMEOUT, "no agreement on encryption in time", e, attempt);
      case RESET -> failed(Kind.RESET, "the connection ended early", e, attempt);
      case PROTOCOL -> failed(Kind.PROTOCOL, "not a proper HTTP answer", e, attempt);
      case TOO_LARGE -> failed(Kind.TOO_LARGE, "too much before the answer's body", e, attempt);
      case INTERRUPTED -> failed(Kind.INTERRUPTED, "interrupted", e, attempt);
    };
  }

  private static Kind kind(Exception e, Phase phase) {
    Throwable cause =
        e instanceof ClientProtocolException && e.getCause() != null ? e.getCause() : e;
    return switch (cause) {
      case UnknownHostException _ -> Kind.DNS;
      case SSLException _ -> Kind.TLS;
      case ConnectException _, NoRouteToHostException _, ConnectTimeoutException _ -> Kind.CONNECT;
      case SocketTimeoutException _ when phase == Phase.TLS -> Kind.TIMEOUT;
      case MessageConstraintException _ -> Kind.TOO_LARGE;
      case NoHttpResponseException _, TruncatedChunkException _ -> Kind.RESET;
      case MalformedChunkCodingException _ -> Kind.PROTOCOL;
      case HttpException _, CharacterCodingException _, ZipException _ -> Kind.PROTOCOL;
      case ClientProtocolException _ -> Kind.PROTOCOL;
      case IOException _ when phase == Phase.CONNECT -> Kind.CONNECT;
      case IOException _ when phase == Phase.TLS -> Kind.TLS;
      default -> Kind.RESET;
    };
  }

  private static Failed failed(Kind kind, String what, Exception e, Attempt attempt) {
    String reason = what + " (" + attempt.target() + "): " + rootMessage(e);
    return new Failed(kind, reason, attempt.took());
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String line = message == null ? root.getClass().getSimpleName() : message;
    // Some messages quote what the other side sent: one line, no control characters, not too long.
    String clean = line.replaceAll("\\p{Cntrl}+", " ");
    return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
  }
}
