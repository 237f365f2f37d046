package org.parley.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.alerts.delivery.Delivery;
import org.parley.alerts.delivery.Order;
import org.parley.contract.LatencyListener;
import org.parley.contract.topic.JsonSerde;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;

class LedgerProcessorTest {
  @TempDir Path stateDir;

  private final ManualClock clock = ManualClock.create();
  private final AtomicLong nanos = new AtomicLong();
  private final FakeCourier courier = new FakeCourier();
  private final Endpoints endpoints = new Endpoints();

  private LedgerProcessor processor() {
    return new LedgerProcessor(
        new LedgerSetup(
            LedgerDriver.WORLD,
            endpoints,
            new Progress(),
            courier,
            clock,
            nanos::get,
            Duration.ofSeconds(10),
            LedgerConfig.COMMIT_INTERVAL,
            notice -> {},
            attempt -> {},
            LatencyListener.NONE));
  }

  private MockProcessorContext<String, Object> context() {
    var context =
        new MockProcessorContext<String, Object>(
            new Properties(), new TaskId(0, 0), stateDir.toFile());
    open(context, Stores.PENDING, Serdes.ByteArray());
    open(context, Stores.SETTLED, JsonSerde.plain(Settled.class));
    open(context, Stores.STATES, JsonSerde.plain(EndpointState.class));
    open(context, Stores.NEWEST, JsonSerde.plain(Newest.class));
    return context;
  }

  private static <V> void open(MockProcessorContext<?, ?> context, String name, Serde<V> values) {
    KeyValueStore<String, V> store =
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                Serdes.String(),
                values)
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
  }

  /// One round of the stream thread: of the two timers that each beginning sets, the first.
  private void round(MockProcessorContext<?, ?> context) {
    nanos.addAndGet(Duration.ofMillis(300).toNanos());
    List<CapturedPunctuator> timers = context.scheduledPunctuators();
    timers.get(timers.size() - 2).getPunctuator().punctuate(clock.millis());
  }

  /// Kafka Streams begins a task again on the same processor object, after the cluster was away for
  /// instance.
  @Test
  void goesOnWhenItsTaskBeginsAgainAndLetsGoOfWhatWasOut() {
    var alert = Sample.alert().build();
    endpoints.accept(Sample.endpoint().build());
    Delivery delivery = Delivery.of(alert, Sample.endpoint().build().endpointId());
    var context = context();
    LedgerProcessor processor = processor();
    processor.init(context);
    round(context);
    processor.process(new Record<>(delivery.endpointId(), delivery, clock.millis()));
    round(context);
    Order before = courier.orders().getFirst();
    assertThat(before.mayStart().getAsBoolean()).isTrue();

    processor.close();
    processor.init(context);
    processor.process(new Record<>(delivery.endpointId(), delivery, clock.millis()));
    round(context);
    clock.advance(Duration.ofHours(1));
    round(context);

    assertThat(courier.orders())
        .singleElement()
        .satisfies(again -> {
          assertThat(again.delivery()).isEqualTo(delivery);
          assertThat(again.mayStart().getAsBoolean()).isTrue();
        });
    assertThat(before.mayStart().getAsBoolean()).isFalse();
  }
}
