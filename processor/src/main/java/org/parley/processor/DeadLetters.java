package org.parley.processor;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.DeadLetter;
import org.parley.contract.Json;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;

/// Writes down records that were given up.
final class DeadLetters {
  /// The most bytes of JSON that a record's value takes; the topic takes 8 MiB.
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private static final int MOST_KEY = 1024;
  private static final int MOST_REASON = 2000;

  private final World world;
  private final Tally tally;

  DeadLetters(World world, Tally tally) {
    this.world = world;
    this.tally = tally;
  }

  /// For an alert whose watch has no topic.
  DeadLetter homeless(Alert alert) {
    tally.deadLetter(AlertStep.NAME);
    String topic = world.alertsOf(alert.watchId()).name();
    return new DeadLetter(
        AlertStep.NAME,
        topic,
        0,
        -1,
        alert.alertId(),
        fitted(Json.write(alert)),
        "topic " + topic + " does not exist; create it, or remove the watch and add it again",
        null,
        alert.at());
  }

  /// For a record that a step could not read, process or write.
  ///
  /// @param value of the record, as it came
  ProducerRecord<byte[], byte[]> given(
      String step,
      ErrorHandlerContext origin,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Exception problem) {
    tally.deadLetter(step);
    String keyText = key == null ? null : cut(text(key), MOST_KEY);
    DeadLetter letter =
        new DeadLetter(
            step,
            origin.topic() == null ? "unknown" : origin.topic(),
            origin.partition(),
            origin.offset(),
            keyText,
            value == null ? null : fitted(text(value)),
            reason(problem),
            root(problem).getClass().getName(),
            Instant.ofEpochMilli(Math.max(0, origin.timestamp())));
    return record(letter, key);
  }

  private ProducerRecord<byte[], byte[]> record(DeadLetter letter, byte @Nullable [] key) {
    Topic<DeadLetter> topic = world.deadLetters();
    RecordHeaders headers = new RecordHeaders();
    byte[] value = topic.value().serializer().serialize(topic.name(), headers, letter);
    byte[] shortKey = key != null && key.length > MOST_KEY ? null : key;
    return new ProducerRecord<>(
        topic.name(), null, letter.at().toEpochMilli(), shortKey, value, headers);
  }

  private static String reason(Exception problem) {
    String message = root(problem).getMessage();
    String known = message == null || message.isBlank() ? problem.toString() : message;
    return cut(known.replaceAll("\\s+", " ").strip(), MOST_REASON);
  }

  /// What lies under the wrappers of Kafka Streams and of the serdes.
  private static Throwable root(Exception problem) {
    Throwable root = problem;
    while (root instanceof org.apache.kafka.common.KafkaException wrapper
        && wrapper.getCause() != null
        && !(wrapper instanceof org.apache.kafka.common.errors.SerializationException)) {
      root = wrapper.getCause();
    }
    return root;
  }

  /// UTF-8 as text, anything else in base64.
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return "base64:" + Base64.getEncoder().encodeToString(bytes);
    }
  }

  /// As much of a text as the topic takes once it is written as JSON.
  private static String fitted(String text) {
    String fitted = cut(text, DeadLetter.MAX_VALUE);
    while (jsonBytes(fitted) > MOST_BYTES) {
      fitted = cut(fitted, fitted.length() / 2);
    }
    return fitted;
  }

  private static int jsonBytes(String text) {
    return JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
