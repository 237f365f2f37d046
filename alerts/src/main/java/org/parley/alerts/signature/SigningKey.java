package org.parley.alerts.signature;

/// What signs a webhook. Immutable, safe for all threads, and never prints itself.
///
/// @see <a
///   href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
///   Webhooks</a>
public sealed interface SigningKey permits HmacKey, EdwardsKey {

  /// @param secret `whsec_` and the base64 of 24 to 64 bytes for HMAC-SHA256, or `whsk_` and the
  ///   base64 of a 32-byte seed, with or without the 32-byte public key after it, for ed25519
  /// @throws IllegalArgumentException when it is neither; the message does not repeat the secret
  static SigningKey parse(String secret) {
    if (secret.startsWith(HmacKey.PREFIX)) {
      return HmacKey.parse(secret);
    }
    if (secret.startsWith(EdwardsKey.PREFIX)) {
      return EdwardsKey.parse(secret);
    }
    throw new IllegalArgumentException("a signing secret begins with whsec_ or whsk_");
  }

  /// The signature of `content` with its version before it: `v1,…` or `v1a,…`.
  String sign(byte[] content);

  /// What checks these signatures.
  VerifyingKey verifying();
}
