package org.parley.app.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.alerts.ledger.PendingLog.Waiting;

/// Whether deliveries get through.
final class DeliveriesCheck {
  private static final String NAME = "deliveries";

  /// A delivery that waits longer has failed twice at least.
  private static final Duration LONG = Duration.ofMinutes(15);

  private DeliveriesCheck() {}

  static List<Verdict> verdicts(Instant now, Collection<Waiting> waiting) {
    Map<String, List<Waiting>> stuck =
        waiting.stream()
            .filter(w -> w.since().isBefore(now.minus(LONG)))
            .collect(Collectors.groupingBy(Waiting::endpointId, TreeMap::new, Collectors.toList()));
    if (stuck.isEmpty()) {
      return List.of(
          Verdict.ok(
              NAME, waiting.size() + " pending, none for over " + LONG.toMinutes() + " min"));
    }
    List<Verdict> verdicts = new ArrayList<>();
    stuck.forEach((endpointId, theirs) -> verdicts.add(stuck(endpointId, theirs, now)));
    return verdicts;
  }

  private static Verdict stuck(String endpointId, List<Waiting> theirs, Instant now) {
    Waiting oldest = theirs.stream().min(Comparator.comparing(Waiting::since)).orElseThrow();
    return Verdict.warn(
        NAME,
        theirs.size()
            + " to '"
            + endpointId
            + "' wait, the oldest for "
            + Duration.between(oldest.since(), now).toMinutes()
            + " min with "
            + oldest.attempts()
            + " attempts made, the next due "
            + oldest.due(),
        "`parley endpoint test " + endpointId + "` says why");
  }
}
