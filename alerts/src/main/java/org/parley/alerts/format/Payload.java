package org.parley.alerts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.parley.contract.Alert;
import org.parley.contract.Endpoint.Format;
import org.parley.contract.Json;

/// A body and what it is. The same alert gives the same bytes, whenever and wherever it is built.
public sealed interface Payload {
  /// How long a body may be, in bytes.
  int MAX_BYTES = 1024 * 1024;

  /// A body that can be sent. Not copied: leave the bytes alone.
  @SuppressWarnings("ArrayRecordComponent") // A carrier: never compared.
  record Body(String contentType, byte[] bytes) implements Payload {}

  /// The alert cannot be put into this format, now or later.
  record Impossible(String reason) implements Payload {}

  /// `alert` in the endpoint's format:
  ///
  /// - `standard`: `{"type": "alert.new" | "alert.update", "timestamp": …, "data": alert}`, as
  ///   Standard Webhooks asks for;
  /// - `cloudevents`: a CloudEvents 1.0 structured-mode event with the attributes that the alert
  ///   has on its topic, so that a receiver can tell the same event from both.
  static Payload of(Alert alert, Format format) {
    return switch (format) {
      case STANDARD -> written("application/json", standard(alert));
      case CLOUDEVENTS -> written("application/cloudevents+json; charset=utf-8", cloudEvent(alert));
    };
  }

  private static JsonNode standard(Alert alert) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("type", "alert." + alert.kind().label().toLowerCase(Locale.ROOT));
    body.put("timestamp", alert.at().toString());
    body.set("data", Json.MAPPER.valueToTree(alert));
    return body;
  }

  private static JsonNode cloudEvent(Alert alert) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("specversion", "1.0");
    event.put("type", "org.parley.alert.v1");
    event.put("source", "/parley/processor");
    event.put("id", alert.alertId() + "/" + alert.revision());
    event.put("time", alert.at().toString());
    event.put("subject", alert.alertId());
    event.put("datacontenttype", "application/json");
    event.set("data", Json.MAPPER.valueToTree(alert));
    return event;
  }

  private static Payload written(String contentType, JsonNode content) {
    byte[] bytes;
    try {
      bytes = Json.MAPPER.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      return new Impossible("cannot be written as JSON: " + Json.problem(e));
    }
    return bytes.length > MAX_BYTES
        ? new Impossible(
            "its body would be " + bytes.length + " bytes long, the most is " + MAX_BYTES)
        : new Body(contentType, bytes);
  }
}
