package org.parley.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.LatencyListener;
import org.parley.contract.Match;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Member;
import org.parley.contract.Member.Relation;
import org.parley.processor.alert.AlertRule;
import org.parley.processor.alert.Told;
import org.parley.processor.story.Placement;

/// Step 3: tells each watch that wants an article what is new to it in the article's story.
final class AlertStep implements Processor<String, Placement, String, Outcome> {
  static final String NAME = "alert";
  static final String STORE = "told";

  /// How often the note that a watch was told of a story is kept fresh.
  private static final Duration FRESH = Duration.ofDays(1);

  private final Duration remembered;
  private final Tally tally;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Outcome> context;

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
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    store = context.getStateStore(STORE);
    sweep = new Sweep<>(store, told -> told.at().toEpochMilli(), remembered);
  }

  @Override
  public void process(Record<String, Placement> record) {
    Placement placed = record.value();
    sweep.at(placed.at().toEpochMilli());
    List<Alert> alerts = new ArrayList<>();
    List<Member.Told> toldOf = new ArrayList<>();
    List<String> heldBack = new ArrayList<>();
    for (WatchHit hit : placed.match().watches()) {
      Alert alert = tell(placed, hit);
      if (alert == null) {
        heldBack.add(hit.watchId());
      } else {
        alerts.add(alert);
        toldOf.add(
            new Member.Told(hit.watchId(), alert.alertId(), alert.revision(), alert.reasons()));
        tally.reached(
            LatencyListener.Point.ALERTED, record.timestamp(), context.currentSystemTimeMs());
      }
    }
    if (alerts.isEmpty() && !heldBack.isEmpty() && placed.relation() != Relation.REVISION) {
      tally.heldBack.increment();
    }
    context.forward(record.withValue(new Outcome(member(placed, toldOf, heldBack), alerts)));
  }

  private static Member member(Placement placed, List<Member.Told> told, List<String> heldBack) {
    Match match = placed.match();
    List<Match.Sentence> added =
        placed.added().stream()
            .filter(place -> place < match.sentences().size())
            .map(match.sentences()::get)
            .toList();
    boolean opens = placed.relation().opens();
    return new Member(
        placed.story().storyId(),
        placed.story().memberCount(),
        placed.story().eventId(),
        placed.story().language(),
        match.article(),
        placed.relation(),
        placed.matchedId(),
        placed.measure(),
        opens ? List.of() : added.subList(0, Math.min(added.size(), Member.MAX_ADDED)),
        opens ? 0 : placed.added().size(),
        told,
        heldBack);
  }

  private @Nullable Alert tell(Placement placed, WatchHit hit) {
    String key = AlertRule.told(placed, hit) + "/" + hit.watchId();
    Told told = told(key, placed);
    Alert alert = AlertRule.decide(placed, hit, told);
    if (alert == null) {
      if (told != null && told.at().plus(FRESH).isBefore(placed.at())) {
        store.put(key, told.usedAt(placed.at()));
      }
      return null;
    }
    store.put(key, AlertRule.remember(alert, placed, hit, told));
    tally.alerts.increment();
    if (alert.kind() == Alert.Kind.UPDATE) {
      tally.updates.increment();
    }
    return alert;
  }

  private @Nullable Told told(String key, Placement placed) {
    Told told = store.get(key);
    return told == null || sweep.isOld(told.at().toEpochMilli(), placed.at().toEpochMilli())
        ? null
        : told;
  }
}
