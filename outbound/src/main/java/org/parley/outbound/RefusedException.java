package org.parley.outbound;

import java.net.UnknownHostException;

/// Carries a refusal out of the connection manager, which only knows exceptions. It is turned into
/// [Exchange.Refused] at once.
final class RefusedException extends UnknownHostException {
  private final String reason;

  RefusedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
