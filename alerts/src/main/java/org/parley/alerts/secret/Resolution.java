package org.parley.alerts.secret;

import java.util.List;
import org.parley.alerts.signature.SigningKey;

/// What the secrets of an endpoint came to.
public sealed interface Resolution {
  /// One key for each secret, newest first; none when the endpoint has no secret.
  record Resolved(List<SigningKey> keys) implements Resolution {
    public Resolved {
      keys = List.copyOf(keys);
    }
  }

  /// At least one secret is out of reach, so nothing can be signed as its receiver expects.
  ///
  /// @param reason names the endpoint, the reference and the remedy, never a secret
  record Unresolved(String reason) implements Resolution {}
}
