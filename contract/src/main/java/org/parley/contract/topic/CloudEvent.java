package org.parley.contract.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;

/// The CloudEvents 1.0 attributes of a topic's records, in the binary mode of its Kafka binding.
///
/// @param type such as `org.parley.alert.v1`
/// @param source which part of Parley writes it, such as `/parley/processor`
/// @param id of a value, unique within the source
/// @param time of a value
record CloudEvent<V>(
    String type, String source, Function<V, String> id, Function<V, Instant> time) {
  /// Sets the attributes, in place of those that an earlier record left.
  void describe(V value, Headers headers) {
    set(headers, "ce_specversion", "1.0");
    set(headers, "ce_type", type);
    set(headers, "ce_source", source);
    set(headers, "ce_id", id.apply(value));
    set(headers, "ce_time", time.apply(value).toString());
    set(headers, "content-type", "application/json");
  }

  private static void set(Headers headers, String key, String value) {
    headers.remove(key);
    headers.add(key, value.getBytes(StandardCharsets.UTF_8));
  }
}
