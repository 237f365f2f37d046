package org.parley.processor;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Refuses to write what a topic would not take, so that a record too large is one dead letter and
/// not the end of a transaction.
final class Bounded {
  /// A little below the topics' `max.message.bytes` of 8 MiB, for headers and framing.
  static final int MOST_BYTES = 8 * 1024 * 1024 - 64 * 1024;

  private Bounded() {}

  static <V> Serde<V> of(Serde<V> serde) {
    return Serdes.serdeFrom(new Guard<>(serde.serializer()), serde.deserializer());
  }

  private record Guard<V>(Serializer<V> serializer) implements Serializer<V> {
    @Override
    public byte @Nullable [] serialize(String topic, V value) {
      return checked(topic, serializer.serialize(topic, value));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, V value) {
      return checked(topic, serializer.serialize(topic, headers, value));
    }

    private static byte @Nullable [] checked(String topic, byte @Nullable [] bytes) {
      if (bytes != null && bytes.length > MOST_BYTES) {
        throw new SerializationException(
            "too large for " + topic + ": " + bytes.length + " bytes, at most " + MOST_BYTES);
      }
      return bytes;
    }
  }
}
