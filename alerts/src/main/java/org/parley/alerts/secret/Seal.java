package org.parley.alerts.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keeps a secret so that it may stand in a topic: AES-256-GCM under a key that never does. A
/// sealed secret opens only for the endpoint that it was sealed for. Immutable, safe for all
/// threads.
///
/// Format: `sealed:` and the URL-safe base64 of one version byte, 4 bytes that name the key, a
/// nonce of 12 bytes, and the encrypted text with its tag of 16 bytes.
public final class Seal {
  public static final String PREFIX = "sealed:";

  /// Of a key, in bytes.
  public static final int KEY_LENGTH = 32;

  private static final byte VERSION = 1;
  private static final int NAME_LENGTH = 4;
  private static final int NONCE_LENGTH = 12;
  private static final int HEAD = 1 + NAME_LENGTH + NONCE_LENGTH;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final byte[] name;
  private final String origin;

  private Seal(byte[] key, String origin) {
    this.key = new SecretKeySpec(key, "AES");
    this.name = Arrays.copyOf(sha256(key), NAME_LENGTH);
    this.origin = origin;
  }

  /// With the key of a data directory, `secrets.key`, made with mode 0600 if there is none.
  ///
  /// @throws IOException when it cannot be read or made, is readable by others, or is no key; the
  ///   message names the file and the remedy
  public static Seal in(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve("secrets.key");
    return new Seal(KeyFile.read(file), file.toString());
  }

  /// With a key that an operator gives.
  ///
  /// @param base64 of 32 bytes
  /// @param origin where it was given, for messages
  /// @throws IllegalArgumentException when it is not; the message does not repeat it
  public static Seal of(String base64, String origin) {
    return new Seal(KeyFile.decode(base64, origin), origin);
  }

  /// @param endpointId the only one for which it opens again
  /// @param secret in the clear
  /// @return `sealed:…`
  public String seal(String endpointId, String secret) {
    byte[] nonce = new byte[NONCE_LENGTH];
    RANDOM.nextBytes(nonce);
    try {
      byte[] closed =
          cipher(Cipher.ENCRYPT_MODE, nonce, endpointId)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.allocate(HEAD + closed.length);
      bytes.put(VERSION).put(name).put(nonce).put(closed);
      return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM could not seal", e);
    }
  }

  /// @throws UnresolvedException when it was sealed with another key or for another endpoint, or
  ///   was damaged
  String open(String endpointId, String sealed) throws UnresolvedException {
    byte[] bytes = decode(sealed);
    if (!Arrays.equals(bytes, 1, 1 + NAME_LENGTH, name, 0, NAME_LENGTH)) {
      throw new UnresolvedException(
          "was sealed with another key than that of " + origin + "; set the secret again");
    }
    byte[] nonce = Arrays.copyOfRange(bytes, 1 + NAME_LENGTH, HEAD);
    try {
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, nonce, endpointId).doFinal(bytes, HEAD, bytes.length - HEAD);
      return new String(secret, StandardCharsets.UTF_8);
    } catch (AEADBadTagException _) {
      throw new UnresolvedException(
          "is damaged or was sealed for another endpoint; set the secret again");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM could not open", e);
    }
  }

  private static byte[] decode(String sealed) throws UnresolvedException {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(sealed.substring(PREFIX.length()));
    } catch (IllegalArgumentException _) {
      throw new UnresolvedException("is not URL-safe base64; set the secret again");
    }
    if (bytes.length < HEAD + TAG_BITS / 8 || bytes[0] != VERSION) {
      throw new UnresolvedException("is of no known format; set the secret again");
    }
    return bytes;
  }

  private Cipher cipher(int mode, byte[] nonce, String endpointId) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(endpointId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "seal of " + origin;
  }
}
