package org.parley.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Identity derived from content: the same thing has the same id in every process, on every run and
/// in every replay. Each id is the first 128 bits of a SHA-256 in lower-case hexadecimal, so it is
/// safe in a URL, a file name and a `webhook-id`.
public final class Ids {
  private static final int LENGTH = 32;

  private Ids() {}

  /// Of an article with an address.
  ///
  /// @param canonicalUrl the same for every way in which the article was linked to
  public static String article(String canonicalUrl) {
    return digest("url", canonicalUrl);
  }

  /// Of an article of a corpus that has no address.
  ///
  /// @param corpus the corpus's name
  /// @param entry the file's name, or `file#row`
  public static String article(String corpus, String entry) {
    return digest("corpus", corpus, entry);
  }

  /// Of what a watch is told of a story, or of an event, over all its revisions.
  ///
  /// @param told the id of the story or event
  public static String alert(String watchId, String told) {
    return digest("alert", watchId, told);
  }

  /// Of one alert revision on its way to one endpoint; it is the `webhook-id`.
  public static String delivery(String alertId, int revision, String endpointId) {
    return digest("delivery", alertId, Integer.toString(revision), endpointId);
  }

  /// Of a notice, from what makes it the same notice again.
  public static String notice(String kind, String... parts) {
    return digest("notice", kind, digest(parts));
  }

  /// Of a text: two texts with one digest are one text.
  public static String text(String text) {
    return digest("text", text);
  }

  static String digest(String... parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length keeps ("a", "bc") and ("ab", "c") apart.
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, LENGTH);
  }

  /// SHA-256 of `bytes`, whole, in lower-case hexadecimal.
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
