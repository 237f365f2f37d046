package org.parley.alerts.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.delivery.Order;
import org.parley.alerts.delivery.Report;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.DeadLetter;
import org.parley.contract.Endpoint;
import org.parley.contract.Notice;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;
import org.parley.outbound.Exchange;
import org.parley.outbound.Headers;
import org.parley.testkit.ManualClock;

/// The ledger without a broker and without a network, at a time that tests move.
final class LedgerDriver implements AutoCloseable {
  static final World WORLD = World.replay("test");

  final ManualClock clock = ManualClock.create();
  final FakeCourier courier = new FakeCourier();
  final List<Notice> globalNotices = new ArrayList<>();
  final List<Duration> latencies = new ArrayList<>();
  final Progress progress = new Progress();
  private final AtomicLong nanos = new AtomicLong();
  final TopologyTestDriver kafka;

  LedgerDriver(Path stateDir) {
    StreamsConfig config = config(stateDir);
    Map<String, Object> originals = config.originals();
    var properties = new java.util.Properties();
    properties.putAll(originals);
    kafka = new TopologyTestDriver(topology(config), properties, ManualClock.START);
  }

  static StreamsConfig config(Path stateDir) {
    return LedgerConfig.of(
        WORLD,
        Map.of("bootstrap.servers", "127.0.0.1:9"),
        stateDir,
        "test",
        Duration.ofSeconds(10));
  }

  private Topology topology(StreamsConfig config) {
    return LedgerTopology.build(
        new LedgerSetup(
            WORLD,
            new Endpoints(),
            progress,
            courier,
            clock,
            nanos::get,
            Duration.ofSeconds(10),
            LedgerConfig.COMMIT_INTERVAL,
            globalNotices::add,
            attempt -> {},
            (point, sinceFetched) -> latencies.add(sinceFetched)),
        config);
  }

  void endpoint(Endpoint endpoint) {
    write(WORLD.endpoints(), endpoint.endpointId(), endpoint);
    round();
  }

  void alert(Alert alert) {
    write(WORLD.alerts(), alert.alertId(), alert);
  }

  private <V> void write(Topic<V> topic, String key, V value) {
    kafka
        .createInputTopic(topic.name(), new StringSerializer(), topic.value().serializer())
        .pipeInput(key, value, clock.instant());
  }

  void writeRaw(Topic<?> topic, String key, @Nullable String value) {
    kafka
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(
            key, value == null ? null : value.getBytes(StandardCharsets.UTF_8), clock.instant());
  }

  /// Lets the stream thread's loop come round, with nothing but a moment passing.
  void round() {
    nanos.addAndGet(Duration.ofMillis(300).toNanos());
    kafka.advanceWallClockTime(Duration.ofMillis(100));
  }

  /// Lets time pass, and the loop come round at its end.
  void pass(Duration time) {
    clock.advance(time);
    round();
  }

  /// The orders since the last call.
  List<Order> orders() {
    return courier.orders();
  }

  /// The only order since the last call.
  Order order() {
    List<Order> orders = orders();
    if (orders.size() != 1) {
      throw new AssertionError("one order expected, not " + orders);
    }
    return orders.getFirst();
  }

  void answer(Order order, int status, String... retryAfter) {
    Headers headers =
        retryAfter.length == 0 ? Headers.none() : Headers.of("Retry-After", retryAfter[0]);
    report(order, new Exchange.Answered(status, headers, new byte[0], false, Duration.ZERO));
  }

  void report(Order order, Exchange exchange) {
    report(order, new Report.Result.Tried(exchange));
  }

  void report(Order order, Report.Result result) {
    courier.report(new Report(order, clock.instant(), result));
    round();
  }

  List<Attempt> attempts() {
    return read(WORLD.attempts());
  }

  List<DeadLetter> deadLetters() {
    return read(WORLD.deadLetters());
  }

  List<Notice> notices() {
    return read(WORLD.notices());
  }

  List<Endpoint> endpoints() {
    return read(WORLD.endpoints());
  }

  private <V> List<V> read(Topic<V> topic) {
    return kafka
        .createOutputTopic(topic.name(), topic.key().deserializer(), topic.value().deserializer())
        .readValuesToList();
  }

  /// How many keys the pending store has.
  long pendingKeys() {
    long count = 0;
    try (var all = kafka.<String, byte[]>getKeyValueStore(Stores.PENDING).all()) {
      while (all.hasNext()) {
        all.next();
        count++;
      }
    }
    return count;
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    kafka.close();
  }
}
