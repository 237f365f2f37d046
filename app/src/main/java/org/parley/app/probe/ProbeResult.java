package org.parley.app.probe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Report.Result;
import org.parley.outbound.Exchange;
import org.parley.outbound.Exchange.Answered;

/// What came of a test event, in words.
///
/// @param delivered whether the receiver accepted it
/// @param status the answer's HTTP status, where there was an answer
/// @param took from the call to the end
/// @param answer the first [#MOST] characters of the answer's body, on one line
/// @param says what happened, one line for a person
/// @param remedy what to do about it; none when nothing is wrong
public record ProbeResult(
    boolean delivered,
    @Nullable Integer status,
    Duration took,
    @Nullable String answer,
    String says,
    @Nullable String remedy) {
  /// How much of an answer is shown.
  public static final int MOST = 200;

  private static final String ALLOW =
      "if the receiver is yours, open its address with alerts.allow: here, and where alerts are"
          + " delivered (such as --set alerts.allow=127.0.0.1/32 or 10.1.0.0/16)";

  /// The result of an attempt.
  public static ProbeResult of(Result result) {
    return switch (result) {
      case Result.Tried(Exchange exchange) -> of(exchange);
      case Result.Misconfigured(String reason) ->
          unsent(reason, "mend the secret, or set it again with `parley endpoint add`");
      case Result.Unsendable(String reason) -> unsent(reason, null);
      case Result.Unsent(String reason) -> unsent(reason, null);
    };
  }

  private static ProbeResult of(Exchange exchange) {
    return switch (exchange) {
      case Answered answered ->
          new ProbeResult(
              answered.isSuccess(),
              answered.status(),
              answered.took(),
              beginning(answered.text()),
              answered.isSuccess()
                  ? "the receiver accepted the test event"
                  : "the receiver answered " + answered.status(),
              remedy(answered));
      case Exchange.Refused(String reason, Duration took) ->
          new ProbeResult(false, null, took, null, "not dialled: " + reason, ALLOW);
      case Exchange.Failed(Exchange.Kind kind, String reason, Duration took) ->
          new ProbeResult(false, null, took, null, reason, remedy(kind));
    };
  }

  private static ProbeResult unsent(String reason, @Nullable String remedy) {
    return new ProbeResult(false, null, Duration.ZERO, null, "not sent: " + reason, remedy);
  }

  private static @Nullable String remedy(Answered answered) {
    int status = answered.status();
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          "redirects are never followed; give the endpoint the address itself"
              + answered.headers().first("Location").map(to -> ": " + to).orElse("");
      case 400, 422 ->
          "the receiver does not take this body; see its answer, and try the other --format";
      case 401, 403 ->
          "the receiver does not believe the signature: give it the secret of this endpoint, or"
              + " look at its clock (it must be right to 300 s)";
      case 404 -> "there is nothing at this path; check the URL";
      case 405 -> "the receiver takes no POST at this path; check the URL";
      case 410 -> "gone: at an alert this answer would disable the endpoint; check the URL";
      case 413 -> "the receiver takes no body of this size; raise its limit to 1 MiB";
      case 415 -> "the receiver does not take this content type; try the other --format";
      case 429 -> "the receiver wants fewer requests; deliveries would wait as it asks";
      default -> answered.isSuccess() ? null : unusual(status);
    };
  }

  private static String unusual(int status) {
    return status >= 500
        ? "the receiver is in trouble: look into its log; alerts would be tried again"
        : "only 2xx counts as accepted; look into the receiver's log";
  }

  private static @Nullable String remedy(Exchange.Kind kind) {
    return switch (kind) {
      case DNS -> "check the host's name, and that this machine's name server knows it";
      case CONNECT -> "check that the receiver runs, its port, and the firewalls between";
      case TLS -> "check the certificate: it must be valid, and name the URL's host";
      case TIMEOUT -> "the receiver must answer in time: let it accept first, and work afterwards";
      case RESET, PROTOCOL, TOO_LARGE ->
          "check that an HTTP server listens at this port (https:// where it wants TLS)";
      case INTERRUPTED -> null;
    };
  }

  private static @Nullable String beginning(String body) {
    String line = body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.isEmpty()) {
      return null;
    }
    return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
  }

  /// A line, and the answer and the remedy on lines of their own where there are some.
  public String text() {
    StringBuilder text = new StringBuilder(says);
    text.append(" (").append(took.toMillis()).append(" ms)");
    if (answer != null) {
      text.append("\n  its answer: ").append(answer);
    }
    if (remedy != null) {
      text.append("\n  ").append(remedy);
    }
    return text.toString();
  }
}
