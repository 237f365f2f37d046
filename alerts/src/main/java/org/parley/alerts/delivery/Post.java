package org.parley.alerts.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.parley.alerts.delivery.Report.Result;
import org.parley.alerts.format.Payload;
import org.parley.alerts.secret.Resolution;
import org.parley.alerts.secret.Secrets;
import org.parley.alerts.signature.SigningKey;
import org.parley.alerts.signature.WebhookSignature;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Ids;
import org.parley.outbound.GuardedHttp;
import org.parley.outbound.Headers;
import org.parley.outbound.Request;

/// Makes one attempt: body, signatures, the last question whether it may start, and the request.
/// Safe for all threads.
public final class Post {
  private static final String AGENT = "Parley-Webhooks/1";

  private final GuardedHttp http;
  private final Secrets secrets;

  /// @param http stays the caller's to close
  public Post(GuardedHttp http, Secrets secrets) {
    this.http = http;
    this.secrets = secrets;
  }

  Result send(Order order, Endpoint endpoint, Instant at) {
    var message =
        new Message(
            order.delivery().deliveryId(),
            Payload.of(order.delivery().alert(), endpoint.format()),
            order.mayStart());
    return send(message, endpoint, at);
  }

  /// Sends a test event, signed and sent as an alert is. No ledger knows of it, and it is sent
  /// whatever the endpoint's status.
  public Result test(Endpoint endpoint, Instant at) {
    String id = Ids.delivery(Payload.TEST_TYPE + " " + at, 1, endpoint.endpointId());
    Payload payload = Payload.test(id, endpoint.endpointId(), at, endpoint.format());
    return send(new Message(id, payload, () -> true), endpoint, at);
  }

  /// What is sent.
  ///
  /// @param id the `webhook-id`
  /// @param mayStart the last question before the request
  private record Message(String id, Payload payload, BooleanSupplier mayStart) {}

  private Result send(Message message, Endpoint endpoint, Instant at) {
    return switch (message.payload()) {
      case Payload.Impossible(String reason) -> new Result.Unsendable(reason);
      case Payload.Body body -> send(message, endpoint, at, body);
    };
  }

  private Result send(Message message, Endpoint endpoint, Instant at, Payload.Body body) {
    return switch (secrets.resolve(endpoint)) {
      case Resolution.Unresolved(String reason) -> new Result.Misconfigured(reason);
      case Resolution.Resolved(List<SigningKey> keys) -> {
        Headers headers = headers(message.id(), at, keys, body);
        yield post(message, endpoint, headers, body.bytes());
      }
    };
  }

  private Result post(Message message, Endpoint endpoint, Headers headers, byte[] body) {
    Request request =
        Request.post(URI.create(endpoint.url()), headers, body, endpoint.policy().deadline())
            .withMaxBody(Attempt.MAX_RESPONSE);
    if (!message.mayStart().getAsBoolean()) {
      return new Result.Unsent("the ledger may not send at the moment");
    }
    return new Result.Tried(http.send(request));
  }

  /// An endpoint without a secret gets its id and time, and no signature.
  private static Headers headers(String id, Instant at, List<SigningKey> keys, Payload.Body body) {
    Headers headers =
        Headers.of("Content-Type", body.contentType())
            .with("User-Agent", AGENT)
            .with(WebhookSignature.ID, id)
            .with(WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()));
    return keys.isEmpty()
        ? headers
        : headers.with(
            WebhookSignature.SIGNATURE,
            WebhookSignature.sign(keys, id, at, body.bytes()).signatures());
  }
}
