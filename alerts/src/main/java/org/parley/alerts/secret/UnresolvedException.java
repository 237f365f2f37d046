package org.parley.alerts.secret;

/// Carries out why one reference gives no secret; turned into [Resolution.Unresolved] at once. Its
/// message continues "secret 1 of endpoint 'x' (env:NAME) …" and never holds the secret.
final class UnresolvedException extends Exception {
  UnresolvedException(String message) {
    super(message);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
