package org.parley.alerts.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public key of version `v1a`, ed25519.
final class EdwardsPublicKey implements VerifyingKey {
  static final String PREFIX = "whpk_";
  static final String VERSION = "v1a,";

  private static final int LENGTH = 32;

  /// What an ed25519 key has before its 32 bytes in X.509 (RFC 8410).
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PublicKey key;

  private EdwardsPublicKey(PublicKey key) {
    this.key = key;
  }

  static EdwardsPublicKey parse(String text) {
    byte[] bytes = Encoded.bytes(text, PREFIX, LENGTH, LENGTH);
    byte[] x509 = Arrays.copyOf(X509, X509.length + LENGTH);
    System.arraycopy(bytes, 0, x509, X509.length, LENGTH);
    try {
      return new EdwardsPublicKey(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("what follows whpk_ is not an ed25519 public key", e);
    }
  }

  /// The JDK derives a public key only while it makes a pair, so it is made from a "random" number
  /// that is the seed.
  static EdwardsPublicKey ofSeed(byte[] seed) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
      pairs.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
      return new EdwardsPublicKey(pairs.generateKeyPair().getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has ed25519", e);
    }
  }

  private static final class Fixed extends SecureRandom {
    private final byte[] seed;

    Fixed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }

  byte[] bytes() {
    byte[] x509 = key.getEncoded();
    return Arrays.copyOfRange(x509, x509.length - LENGTH, x509.length);
  }

  @Override
  public boolean verifies(byte[] content, String signature) {
    if (!signature.startsWith(VERSION)) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(content);
      return check.verify(Base64.getDecoder().decode(signature.substring(VERSION.length())));
    } catch (SignatureException | IllegalArgumentException _) {
      // Not a signature at all: of the wrong length, or not base64.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has ed25519", e);
    }
  }

  /// As `whpk_…`, to be given to receivers.
  @Override
  public String toString() {
    return PREFIX + Base64.getEncoder().encodeToString(bytes());
  }
}
