package org.parley.alerts.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// The private key of version `v1a`, ed25519 (RFC 8032).
final class EdwardsKey implements SigningKey {
  static final String PREFIX = "whsk_";

  private static final int HALF = 32;

  private final PrivateKey key;
  private final EdwardsPublicKey publicKey;

  private EdwardsKey(byte[] seed) {
    try {
      key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has ed25519", e);
    }
    publicKey = EdwardsPublicKey.ofSeed(seed);
  }

  static EdwardsKey parse(String secret) {
    byte[] bytes = Encoded.bytes(secret, PREFIX, HALF, 2 * HALF);
    if (bytes.length != HALF && bytes.length != 2 * HALF) {
      throw new IllegalArgumentException(
          "after whsk_ come 32 bytes (the seed) or 64 (seed and public key) in base64, not "
              + bytes.length);
    }
    EdwardsKey key = new EdwardsKey(Arrays.copyOf(bytes, HALF));
    if (bytes.length > HALF
        && !Arrays.equals(key.publicKey.bytes(), Arrays.copyOfRange(bytes, HALF, 2 * HALF))) {
      throw new IllegalArgumentException(
          "the two halves of a 64-byte whsk_ must be a seed and its own public key");
    }
    return key;
  }

  @Override
  public String sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(content);
      return EdwardsPublicKey.VERSION
          + new String(Base64.getEncoder().encode(signature.sign()), StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ed25519 could not sign", e);
    }
  }

  @Override
  public VerifyingKey verifying() {
    return publicKey;
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
