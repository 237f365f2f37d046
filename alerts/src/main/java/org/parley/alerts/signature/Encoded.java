package org.parley.alerts.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The bytes behind a prefix such as `whsec_`.
final class Encoded {
  private Encoded() {}

  /// @throws IllegalArgumentException unless it is standard base64, padding included, of `least` to
  ///   `most` bytes; the message does not repeat it
  static byte[] bytes(String key, String prefix, int least, int most) {
    String text = key.substring(prefix.length());
    byte[] bytes = decode(text, prefix);
    if (bytes.length < least || bytes.length > most) {
      throw new IllegalArgumentException(
          "after "
              + prefix
              + (least == most ? " come " + least : " come " + least + " to " + most)
              + " bytes in base64, not "
              + bytes.length);
    }
    return bytes;
  }

  private static byte[] decode(String text, String prefix) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      // The cause would quote a character of the secret.
      throw notBase64(prefix);
    }
    // The JDK forgives missing padding; receivers in other languages do not.
    if (!Arrays.equals(Base64.getEncoder().encode(bytes), text.getBytes(StandardCharsets.UTF_8))) {
      throw notBase64(prefix);
    }
    return bytes;
  }

  private static IllegalArgumentException notBase64(String prefix) {
    return new IllegalArgumentException(
        "what follows " + prefix + " must be standard base64 with its padding");
  }
}
