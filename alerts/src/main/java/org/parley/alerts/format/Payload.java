package org.parley.alerts.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.parley.contract.Alert;
import org.parley.contract.Endpoint.Format;
import org.parley.contract.Json;

/// A body and what it is. The same alert gives the same bytes, whenever and wherever it is built.
public sealed interface Payload {
  /// How long a body may be, in bytes.
  int MAX_BYTES = 1024 * 1024;

  /// The `type` of a test event in the standard format; alerts are `alert.…`.
  String TEST_TYPE = "parley.test";

  /// Content type of the standard format.
  String STANDARD = "application/json";

  /// Content type of a CloudEvent.
  String CLOUDEVENTS = "application/cloudevents+json; charset=utf-8";

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
      case STANDARD -> written(STANDARD, standard(alert));
      case CLOUDEVENTS -> written(CLOUDEVENTS, cloudEvent(alert));
    };
  }

  /// What `parley endpoint test` sends: an event of a type of its own, in the endpoint's format.
  ///
  /// @param id of the event
  static Payload test(String id, String endpointId, Instant at, Format format) {
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("endpointId", endpointId);
    data.put("message", "A test by Parley: its webhooks reach this address.");
    return switch (format) {
      case STANDARD -> written(STANDARD, standard(TEST_TYPE, at, data));
      case CLOUDEVENTS -> {
        var origin = new Origin("org.parley.test.v1", "/parley/operator", endpointId);
        yield written(CLOUDEVENTS, cloudEvent(origin, id, at, data));
      }
    };
  }

  private static JsonNode standard(Alert alert) {
    String type = "alert." + alert.kind().label().toLowerCase(Locale.ROOT);
    return standard(type, alert.at(), Json.MAPPER.valueToTree(alert));
  }

  private static JsonNode standard(String type, Instant at, JsonNode data) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("type", type);
    body.put("timestamp", at.toString());
    body.set("data", data);
    return body;
  }

  private static JsonNode cloudEvent(Alert alert) {
    var origin = new Origin("org.parley.alert.v1", "/parley/processor", alert.alertId());
    String id = alert.alertId() + "/" + alert.revision();
    return cloudEvent(origin, id, alert.at(), Json.MAPPER.valueToTree(alert));
  }

  /// The attributes of a CloudEvent that say where it comes from.
  record Origin(String type, String source, String subject) {}

  private static ObjectNode cloudEvent(Origin origin, String id, Instant at, JsonNode data) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("specversion", "1.0");
    event.put("type", origin.type());
    event.put("source", origin.source());
    event.put("id", id);
    event.put("time", at.toString());
    event.put("subject", origin.subject());
    event.put("datacontenttype", "application/json");
    event.set("data", data);
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
