package org.parley.alerts.ledger;

import java.time.Instant;
import java.util.HexFormat;

/// The keys of the pending store. Two kinds live in one store, so that one changelog partition
/// orders their writes:
///
/// - `p NUL endpoint NUL delivery` holds the [Pending];
/// - `d NUL endpoint NUL due NUL delivery` holds nothing: it puts an endpoint's deliveries in the
///   order in which they are due. It counts only while the pending's own due time agrees.
final class PendingKey {
  private static final char NUL = 0;
  private static final String PENDING = "p" + NUL;
  private static final String DUE = "d" + NUL;
  private static final int DUE_DIGITS = 16;

  private PendingKey() {}

  static String of(String endpointId, String deliveryId) {
    return PENDING + endpointId + NUL + deliveryId;
  }

  static String due(String endpointId, Instant due, String deliveryId) {
    return DUE
        + endpointId
        + NUL
        + HexFormat.of().toHexDigits(due.toEpochMilli())
        + NUL
        + deliveryId;
  }

  /// Before every due key of the endpoint.
  static String firstDue(String endpointId) {
    return DUE + endpointId + NUL;
  }

  /// After every due key of the endpoint, and before the next endpoint's.
  static String lastDue(String endpointId) {
    return DUE + endpointId + (char) (NUL + 1);
  }

  /// Before all due keys.
  static String firstDue() {
    return DUE;
  }

  /// After all due keys.
  static String lastDue() {
    return "d" + (char) (NUL + 1);
  }

  /// The least key after `key`.
  static String after(String key) {
    return key + NUL;
  }

  /// Whose due key it is.
  static String endpointOf(String dueKey) {
    return dueKey.substring(DUE.length(), dueKey.indexOf(NUL, DUE.length()));
  }

  /// When a due key is due.
  static Instant dueOf(String dueKey) {
    int start = dueKey.indexOf(NUL, DUE.length()) + 1;
    return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(dueKey, start, start + DUE_DIGITS));
  }

  /// Which delivery a due key is about.
  static String deliveryOf(String dueKey) {
    return dueKey.substring(dueKey.lastIndexOf(NUL) + 1);
  }

  /// Whether a [Pending] stands under `key`.
  static boolean isPending(String key) {
    return key.startsWith(PENDING);
  }
}
