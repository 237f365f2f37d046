package org.parley.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A request as [WebhookReceiver] got it.
///
/// @param order from 1, over all connections, in which the requests were read whole
/// @param connection which of the receiver's connections it came over, from 1
/// @param method in capitals
/// @param path with the query
/// @param headers as they came, repeated names kept
/// @param body the raw bytes, without a chunked coding
public record Received(
    int order, int connection, String method, String path, List<Header> headers, byte[] body) {

  /// One header field.
  public record Header(String name, String value) {}

  public Received {
    headers = List.copyOf(headers);
  }

  /// The first value under `name`, whatever its case.
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /// The `webhook-id`, or an empty string.
  public String webhookId() {
    return header("webhook-id").orElse("");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return order + ": " + method + " " + path + " " + webhookId() + " (" + body.length + " bytes)";
  }
}
