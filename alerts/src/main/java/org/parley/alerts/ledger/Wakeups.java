package org.parley.alerts.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// When to look at which endpoint next: one entry each, whatever waits behind it.
final class Wakeups {
  private final Map<String, Entry> byEndpoint = new HashMap<>();
  private final TreeSet<Entry> inOrder =
      new TreeSet<>(Comparator.comparing(Entry::at).thenComparing(Entry::endpointId));

  private record Entry(String endpointId, Instant at) {}

  /// Looks at the endpoint at `at`, or earlier if that was said before.
  void noLaterThan(String endpointId, Instant at) {
    Entry known = byEndpoint.get(endpointId);
    if (known != null && !at.isBefore(known.at())) {
      return;
    }
    forget(endpointId);
    var entry = new Entry(endpointId, at);
    byEndpoint.put(endpointId, entry);
    inOrder.add(entry);
  }

  void forget(String endpointId) {
    Entry known = byEndpoint.remove(endpointId);
    if (known != null) {
      inOrder.remove(known);
    }
  }

  /// Takes out those that are due, the longest overdue first.
  List<String> due(Instant now) {
    List<String> due = new ArrayList<>();
    while (!inOrder.isEmpty() && !inOrder.first().at().isAfter(now)) {
      String endpointId = inOrder.first().endpointId();
      forget(endpointId);
      due.add(endpointId);
    }
    return due;
  }

  int size() {
    return inOrder.size();
  }
}
