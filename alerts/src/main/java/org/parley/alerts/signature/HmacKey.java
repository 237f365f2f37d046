package org.parley.alerts.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The symmetric key of version `v1`, HMAC-SHA256.
final class HmacKey implements SigningKey, VerifyingKey {
  static final String PREFIX = "whsec_";

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private HmacKey(byte[] bytes) {
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  static HmacKey parse(String secret) {
    return new HmacKey(Encoded.bytes(secret, PREFIX, 24, 64));
  }

  @Override
  public String sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public boolean verifies(byte[] content, String signature) {
    return MessageDigest.isEqual(
        sign(content).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public VerifyingKey verifying() {
    return this;
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
