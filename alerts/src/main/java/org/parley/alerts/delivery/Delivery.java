package org.parley.alerts.delivery;

import org.parley.contract.Alert;
import org.parley.contract.Ids;

/// One alert revision on its way to one endpoint.
///
/// @param deliveryId the `webhook-id`, the same for every attempt
/// @param endpointId to whom
/// @param alert what
public record Delivery(String deliveryId, String endpointId, Alert alert) {
  /// The delivery that `endpointId` is owed of `alert`.
  public static Delivery of(Alert alert, String endpointId) {
    return new Delivery(
        Ids.delivery(alert.alertId(), alert.revision(), endpointId), endpointId, alert);
  }
}
