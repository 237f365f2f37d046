package org.parley.contract.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;

/// A record as JSON in UTF-8, described by CloudEvents headers when it belongs to a topic.
/// Thread-safe. A value that is no such record fails with a [SerializationException] that says what
/// is wrong with it.
public final class JsonSerde<V> implements Serde<V> {
  private final Class<V> type;
  private final @Nullable CloudEvent<V> event;

  JsonSerde(Class<V> type, @Nullable CloudEvent<V> event) {
    this.type = type;
    this.event = event;
  }

  /// For a store, whose values no one outside reads: no headers.
  public static <V> JsonSerde<V> plain(Class<V> type) {
    return new JsonSerde<>(type, null);
  }

  @Override
  public Serializer<V> serializer() {
    return new Serializer<>() {
      @Override
      public byte @Nullable [] serialize(String topic, @Nullable V value) {
        return value == null ? null : write(value);
      }

      @Override
      public byte @Nullable [] serialize(String topic, Headers headers, @Nullable V value) {
        if (value != null && event != null && headers != null) {
          event.describe(value, headers);
        }
        return serialize(topic, value);
      }
    };
  }

  @Override
  public Deserializer<V> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes);
  }

  private byte[] write(V value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new SerializationException("not writable as " + type.getSimpleName(), e);
    }
  }

  private V read(byte[] bytes) {
    try {
      V value = Json.MAPPER.readValue(bytes, type);
      if (value == null) {
        throw new SerializationException(not() + ": null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new SerializationException(not() + ": " + Json.problem(e), e);
    } catch (IOException e) {
      throw new SerializationException(not(), e);
    }
  }

  private String not() {
    String name = type.getSimpleName();
    return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "not a " : "not an ") + name;
  }
}
