package org.parley.alerts.ledger;

import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Endpoint;
import org.parley.contract.Ids;
import org.parley.contract.Notice;
import org.parley.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the endpoints' topic on Kafka Streams' global thread, at the start from its beginning. A
/// record that is none leaves the last good one in force and makes a notice; an exception here
/// would end the whole client.
final class EndpointsFeed implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointsFeed.class);

  private final Topic<Endpoint> topic;
  private final Endpoints endpoints;
  private final Instant startedAt;
  private final Consumer<Notice> notices;

  /// @param startedAt a broken record older than this was noticed when it was new
  /// @param notices where to write a notice; a global processor cannot forward
  EndpointsFeed(
      Topic<Endpoint> topic, Endpoints endpoints, Instant startedAt, Consumer<Notice> notices) {
    this.topic = topic;
    this.endpoints = endpoints;
    this.startedAt = startedAt;
    this.notices = notices;
  }

  @Override
  public void process(Record<String, byte[]> read) {
    byte @Nullable [] value = read.value();
    if (value == null) {
      refuse(
          read,
          "",
          "an empty record; to remove an endpoint, write its record with its terms closed"
              + " (parley endpoint remove)");
      return;
    }
    try {
      Endpoint endpoint = topic.value().deserializer().deserialize(topic.name(), value);
      if (!endpoint.endpointId().equals(read.key())) {
        refuse(
            read,
            Ids.sha256(value),
            "its key and its endpointId '" + endpoint.endpointId() + "' must be the same");
        return;
      }
      endpoints.accept(endpoint);
    } catch (SerializationException e) {
      refuse(read, Ids.sha256(value), String.valueOf(e.getMessage()));
    }
  }

  private void refuse(Record<String, byte[]> read, String content, String problem) {
    String state =
        endpoints.find(read.key()) == null
            ? "there is no earlier version, so it gets nothing"
            : "its last good version stays in force";
    String message =
        "endpoint '" + read.key() + "' in " + topic.name() + " refused: " + problem + "; " + state;
    LOG.warn("{}", message);
    Instant written = Instant.ofEpochMilli(read.timestamp());
    if (!written.isBefore(startedAt)) {
      notices.accept(
          new Notice(
              Ids.notice("endpoint-refused", read.key(), content),
              Notice.Kind.ENDPOINT_REFUSED,
              read.key(),
              message,
              written));
    }
  }
}
