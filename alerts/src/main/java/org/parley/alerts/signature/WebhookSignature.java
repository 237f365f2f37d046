package org.parley.alerts.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The three headers by which a receiver knows that a webhook is ours, whole, and not an old one
/// sent again, as Standard Webhooks has them.
///
/// @param id stable over all attempts of a delivery
/// @param at when this attempt was signed, in whole seconds on the wire
/// @param signatures one for each secret, separated by spaces
public record WebhookSignature(String id, Instant at, String signatures) {
  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  /// How far a receiver's clock may be from ours, either way.
  public static final Duration TOLERANCE = Duration.ofSeconds(300);

  /// No dot, which parts the signed content, and nothing that a header cannot carry.
  private static final Pattern SAFE_ID = Pattern.compile("[!-~&&[^.]]{1,256}");

  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  /// @param keys one signature each, in this order: several while one is being replaced
  /// @param body exactly the bytes that are sent
  /// @throws IllegalArgumentException without a key, or when the id has a dot or a space
  public static WebhookSignature sign(List<SigningKey> keys, String id, Instant at, byte[] body) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("delivery " + id + " cannot be signed without a secret");
    }
    byte[] content = content(id, at.getEpochSecond(), body);
    String signatures =
        keys.stream().map(key -> key.sign(content)).collect(Collectors.joining(" "));
    return new WebhookSignature(id, at, signatures);
  }

  public WebhookSignature {
    if (!SAFE_ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a webhook-id is visible ASCII without a dot, not '" + id + "'");
    }
  }

  /// The value of [#TIMESTAMP].
  public String timestamp() {
    return Long.toString(at.getEpochSecond());
  }

  /// What a receiver made of a webhook.
  public sealed interface Verdict {
    /// Signed by one of the keys, and in time.
    record Verified(String id, Instant at) implements Verdict {}

    /// Not to be believed.
    ///
    /// @param reason in one line
    record Rejected(String reason) implements Verdict {}
  }

  /// Checks a webhook as its receiver does.
  ///
  /// @param keys any of which will do
  /// @param header the value of a header by its name, whatever its case
  /// @param body exactly the bytes that came
  /// @param now by the receiver's clock
  public static Verdict verify(
      List<VerifyingKey> keys,
      Function<String, Optional<String>> header,
      byte[] body,
      Instant now) {
    String id = header.apply(ID).orElse("");
    String timestamp = header.apply(TIMESTAMP).orElse("").strip();
    String signatures = header.apply(SIGNATURE).orElse("").strip();
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      return new Verdict.Rejected("webhook-id, webhook-timestamp or webhook-signature is missing");
    }
    if (!SECONDS.matcher(timestamp).matches() || !SAFE_ID.matcher(id).matches()) {
      return new Verdict.Rejected("webhook-id or webhook-timestamp is malformed");
    }
    long seconds = Long.parseLong(timestamp);
    long away = Math.abs(now.getEpochSecond() - seconds);
    if (away > TOLERANCE.toSeconds()) {
      return new Verdict.Rejected("webhook-timestamp is " + away + " s away from now, over 300");
    }
    byte[] content = content(id, seconds, body);
    boolean signed =
        List.of(signatures.split(" +")).stream()
            .limit(20)
            .anyMatch(s -> keys.stream().anyMatch(key -> key.verifies(content, s)));
    return signed
        ? new Verdict.Verified(id, Instant.ofEpochSecond(seconds))
        : new Verdict.Rejected("no signature is of a known secret");
  }

  private static byte[] content(String id, long seconds, byte[] body) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(body.length + 80);
    content.writeBytes((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
    content.writeBytes(body);
    return content.toByteArray();
  }
}
