package org.parley.processor;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.LatencyListener;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Story;
import org.parley.processor.alert.AlertRule;
import org.parley.processor.alert.Told;
import org.parley.processor.story.Placement;

/// Step 3: tells each watch that wants an article what is new to it in the article's story.
final class AlertStep implements Processor<String, Placement, String, Alert> {
  static final String NAME = "alert";
  static final String STORE = "told";

  /// How often the note that a watch was told of a story is kept fresh.
  private static final Duration FRESH = Duration.ofDays(1);

  private final Duration remembered;
  private final Tally tally;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Alert> context;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Told> store;

  @SuppressWarnings("NullAway.Init")
  private Sweep<Told> sweep;

  /// @param remembered how long after its last article a story's alerts are known
  AlertStep(Duration remembered, Tally tally) {
    this.remembered = remembered;
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    this.context = context;
    store = context.getStateStore(STORE);
    sweep = new Sweep<>(store, told -> told.at().toEpochMilli(), remembered);
  }

  @Override
  public void process(Record<String, Placement> record) {
    Placement placed = record.value();
    sweep.at(placed.at().toEpochMilli());
    int alerts = 0;
    for (WatchHit hit : placed.match().watches()) {
      alerts += tell(record, placed, hit) ? 1 : 0;
    }
    boolean wanted = !placed.match().watches().isEmpty();
    if (wanted && alerts == 0 && placed.relation() == Story.Relation.COPY) {
      tally.heldBack.increment();
    }
  }

  private boolean tell(Record<String, Placement> record, Placement placed, WatchHit hit) {
    String key = placed.story().storyId() + "/" + hit.watchId();
    Told told = told(key, placed);
    Alert alert = AlertRule.decide(placed, hit, told);
    if (alert == null) {
      if (told != null && told.at().plus(FRESH).isBefore(placed.at())) {
        store.put(key, told.usedAt(placed.at()));
      }
      return false;
    }
    store.put(key, AlertRule.remember(alert, placed));
    tally.alerts.increment();
    if (alert.kind() == Alert.Kind.UPDATE) {
      tally.updates.increment();
    }
    context.forward(record.withKey(alert.alertId()).withValue(alert));
    tally.reached(LatencyListener.Point.ALERTED, record.timestamp(), context.currentSystemTimeMs());
    return true;
  }

  private @Nullable Told told(String key, Placement placed) {
    Told told = store.get(key);
    return told == null || sweep.isOld(told.at().toEpochMilli(), placed.at().toEpochMilli())
        ? null
        : told;
  }
}
