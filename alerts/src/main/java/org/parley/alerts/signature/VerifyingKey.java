package org.parley.alerts.signature;

/// What checks a webhook's signature. Immutable, safe for all threads.
public sealed interface VerifyingKey permits HmacKey, EdwardsPublicKey {

  /// @param key `whsec_` as for [SigningKey#parse], `whpk_` and the base64 of a 32-byte ed25519
  ///   public key, or `whsk_`, whose public half is then used
  /// @throws IllegalArgumentException when it is none; the message does not repeat the key
  static VerifyingKey parse(String key) {
    return key.startsWith(EdwardsPublicKey.PREFIX)
        ? EdwardsPublicKey.parse(key)
        : SigningKey.parse(key).verifying();
  }

  /// Whether `signature`, its version before it, is this key's of `content`. In constant time for
  /// one length of signature.
  boolean verifies(byte[] content, String signature);
}
