package org.parley.app.receive;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.Json;

/// A request that a [Receiver] got.
///
/// @param webhookId of the delivery, empty when the sender gave none
/// @param body as received
/// @param problem why the signature does not hold; none when it does
public record Delivered(String webhookId, String body, @Nullable String problem) {
  public boolean isVerified() {
    return problem == null;
  }

  /// The alert in a body of the standard format; none when the body is something else.
  public @Nullable Alert alert() {
    try {
      JsonNode data = Json.read(body, JsonNode.class).path("data");
      return data.isObject() ? Json.read(data.toString(), Alert.class) : null;
    } catch (IllegalArgumentException _) {
      // Anyone may post anything here: what is no alert is shown as it came.
      return null;
    }
  }
}
