package org.parley.alerts.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Delivery;
import org.parley.contract.DeadLetter;
import org.parley.contract.Json;

/// What the ledger gives up, with all that is needed to try again.
final class DeadLetters {
  private static final String STEP = "ledger";
  private static final int NO_PARTITION = -1;

  private DeadLetters() {}

  /// Of a record that is no alert.
  static DeadLetter of(
      Record<String, byte[]> read, Optional<RecordMetadata> place, RuntimeException failure) {
    return new DeadLetter(
        STEP,
        place.map(RecordMetadata::topic).orElse("unknown"),
        place.map(RecordMetadata::partition).orElse(NO_PARTITION),
        place.map(RecordMetadata::offset).orElse(-1L),
        read.key(),
        text(read.value()),
        String.valueOf(failure.getMessage()),
        failure.getClass().getName(),
        Instant.ofEpochMilli(read.timestamp()));
  }

  /// Of a delivery. Its value is the [Delivery].
  static DeadLetter of(String topic, Delivery delivery, String reason, Instant at) {
    return new DeadLetter(
        STEP,
        topic,
        NO_PARTITION,
        -1,
        delivery.deliveryId(),
        Json.write(delivery),
        "delivery to endpoint '" + delivery.endpointId() + "' given up: " + reason,
        null,
        at);
  }

  private static @Nullable String text(byte @Nullable [] value) {
    if (value == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException _) {
      return "base64:" + Base64.getEncoder().encodeToString(value);
    }
  }
}
