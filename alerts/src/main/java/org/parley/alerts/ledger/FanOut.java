package org.parley.alerts.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Delivery;
import org.parley.contract.Alert;
import org.parley.contract.DeadLetter;
import org.parley.contract.topic.Topic;

/// Makes of each alert a delivery to every endpoint that is owed it.
///
/// An alert may be read a moment before the endpoint that is owed it, though the endpoint was
/// written first: two topics, two threads. So each task keeps the alerts of the last seconds, and
/// hands them to an endpoint that comes or changes; the ledger drops what it has already.
final class FanOut implements Processor<String, byte[], String, Object> {
  /// How long an alert is kept for endpoints that were written before it and are read after it.
  static final Duration RECENT = Duration.ofSeconds(10);

  private static final Duration ROUND = Duration.ofMillis(50);

  private final Topic<Alert> alerts;
  private final Endpoints endpoints;
  private final Clock clock;
  private final Queue<Endpoints.Change> changes = new ConcurrentLinkedQueue<>();
  private final Consumer<Endpoints.Change> listener = changes::add;
  private @Nullable ProcessorContext<String, Object> context;
  private @Nullable KeyValueStore<String, byte[]> recent;
  private boolean caughtUp;

  FanOut(Topic<Alert> alerts, Endpoints endpoints, Clock clock) {
    this.alerts = alerts;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    // Kafka Streams begins a task again on the same object.
    this.caughtUp = false;
    this.context = context;
    this.recent = context.getStateStore(Stores.RECENT);
    endpoints.listen(listener);
    context.schedule(ROUND, PunctuationType.WALL_CLOCK_TIME, _ -> round());
  }

  @Override
  public void close() {
    endpoints.forget(listener);
  }

  @Override
  public void process(Record<String, byte[]> read) {
    try {
      Alert alert = parsed(read.value());
      recent().put(arrivalKey(alert), read.value());
      endpoints.takers(alert).forEach(taker -> owe(alert, taker.endpointId()));
    } catch (SerializationException e) {
      DeadLetter letter = DeadLetters.of(read, context().recordMetadata(), e);
      context().forward(read.withValue(letter), Nodes.POISON);
    }
  }

  private Alert parsed(byte @Nullable [] value) {
    if (value == null) {
      throw new SerializationException("not an Alert: an empty record");
    }
    return alerts.value().deserializer().deserialize(alerts.name(), value);
  }

  private void round() {
    if (!caughtUp) {
      // Endpoints that came while this task was elsewhere are known, and not what they are owed.
      each(alert -> endpoints.takers(alert).forEach(taker -> owe(alert, taker.endpointId())));
      caughtUp = true;
    }
    for (var change = changes.poll(); change != null; change = changes.poll()) {
      var seen = change;
      each(alert -> {
        if (seen.adds(alert)) {
          owe(alert, seen.now().endpointId());
        }
      });
    }
    forgetOld();
  }

  private void forgetOld() {
    String limit = arrival(clock.instant().minus(RECENT));
    try (KeyValueIterator<String, byte[]> old = recent().range(null, limit)) {
      old.forEachRemaining(entry -> recent().delete(entry.key));
    }
  }

  private void each(Consumer<Alert> action) {
    try (KeyValueIterator<String, byte[]> all = recent().all()) {
      all.forEachRemaining(entry -> action.accept(parsed(entry.value)));
    }
  }

  private void owe(Alert alert, String endpointId) {
    var delivery = Delivery.of(alert, endpointId);
    context().forward(new Record<>(endpointId, delivery, clock.millis()), Nodes.BY_ENDPOINT);
  }

  private String arrivalKey(Alert alert) {
    return arrival(clock.instant()) + "/" + alert.alertId() + "/" + alert.revision();
  }

  private static String arrival(Instant at) {
    return HexFormat.of().toHexDigits(at.toEpochMilli());
  }

  private ProcessorContext<String, Object> context() {
    return Objects.requireNonNull(context, "initialised by Kafka Streams");
  }

  private KeyValueStore<String, byte[]> recent() {
    return Objects.requireNonNull(recent, "initialised by Kafka Streams");
  }
}
