package org.parley.processor;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/// Hands the records of the watches' topic to the [WatchIntake], as bytes: a global processor that
/// fails ends the whole client, so nothing may fail before the intake has it.
final class WatchStep implements Processor<String, byte[], Void, Void> {
  static final String STORE = "watches";

  private final WatchIntake intake;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, byte[]> store;

  WatchStep(WatchIntake intake) {
    this.intake = intake;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    Instant at = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
    if (intake.take(record.key(), record.value(), at)) {
      store.put(record.key(), record.value());
    }
  }
}
