package org.parley.alerts.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.alerts.audit.AuditResult.Owed;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Term;
import org.parley.contract.Ids;
import org.parley.contract.Outcome;

/// Sets against each other what was owed and what became of it. No Kafka here.
final class Account {
  /// How long after its end a term may still be served: the ledger learns of an end a moment later
  /// than it was set.
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final int SOME = 20;

  private final Map<String, Alert> alerts = new TreeMap<>();
  private final Map<String, Endpoint> endpoints = new TreeMap<>();
  private final Map<String, Owed> seen = new TreeMap<>();
  private final Map<String, Outcome> ends = new HashMap<>();

  void alert(Alert alert) {
    alerts.put(alert.alertId() + "/" + alert.revision(), light(alert));
  }

  void endpoint(Endpoint endpoint) {
    endpoints.put(endpoint.endpointId(), endpoint);
  }

  void pending(Owed pending) {
    seen.put(pending.deliveryId(), pending);
  }

  void attempt(Attempt attempt) {
    if (attempt.outcome().isLast()) {
      seen.put(
          attempt.deliveryId(),
          new Owed(
              attempt.deliveryId(),
              attempt.endpointId(),
              attempt.alertId(),
              attempt.alertRevision()));
      // What was delivered is delivered, whatever a process said that did not know it yet.
      ends.merge(
          attempt.deliveryId(),
          attempt.outcome(),
          (before, now) -> before == Outcome.DELIVERED ? before : now);
    }
  }

  AuditResult balance() {
    Map<String, Owed> matched = matched();
    List<Owed> extra = new ArrayList<>();
    int beyond = 0;
    for (Owed one : seen.values()) {
      if (matched.containsKey(one.deliveryId())) {
        continue;
      }
      Alert alert = alerts.get(one.alertId() + "/" + one.alertRevision());
      Endpoint endpoint = endpoints.get(one.endpointId());
      if (alert == null || endpoint == null) {
        beyond++;
      } else if (withGrace(endpoint).takes(alert)) {
        matched.put(one.deliveryId(), one);
      } else {
        extra.add(one);
      }
    }
    List<Owed> missing =
        matched.values().stream().filter(one -> !seen.containsKey(one.deliveryId())).toList();
    return result(matched.keySet(), missing, extra, beyond);
  }

  private Map<String, Owed> matched() {
    Map<String, Owed> matched = new TreeMap<>();
    for (Alert alert : alerts.values()) {
      for (Endpoint endpoint : endpoints.values()) {
        if (endpoint.takes(alert)) {
          String id = Ids.delivery(alert.alertId(), alert.revision(), endpoint.endpointId());
          matched.put(id, new Owed(id, endpoint.endpointId(), alert.alertId(), alert.revision()));
        }
      }
    }
    return matched;
  }

  private AuditResult result(
      Set<String> matched, List<Owed> missing, List<Owed> extra, int beyond) {
    Set<String> counted = new HashSet<>(matched);
    counted.retainAll(seen.keySet());
    return new AuditResult(
        matched.size(),
        count(counted, Outcome.DELIVERED),
        (int) counted.stream().filter(id -> !ends.containsKey(id)).count(),
        count(counted, Outcome.DEAD),
        count(counted, Outcome.SUPERSEDED),
        count(counted, Outcome.CANCELLED),
        count(counted, Outcome.SILENCED),
        missing.size(),
        extra.size(),
        missing.stream().limit(SOME).toList(),
        extra.stream().limit(SOME).toList(),
        beyond);
  }

  private int count(Collection<String> ids, Outcome outcome) {
    return (int) ids.stream().filter(id -> ends.get(id) == outcome).count();
  }

  private static Endpoint withGrace(Endpoint endpoint) {
    List<Term> terms =
        endpoint.terms().stream()
            .map(term ->
                term.until() == null
                    ? term
                    : new Term(term.watches(), term.from(), term.until().plus(GRACE)))
            .toList();
    return new Endpoint(
        endpoint.endpointId(),
        endpoint.url(),
        endpoint.format(),
        endpoint.secrets(),
        terms,
        endpoint.status(),
        endpoint.policy());
  }

  /// All that [Endpoint#takes] asks for, without the mentions: there may be a million of them.
  private static Alert light(Alert alert) {
    return new Alert(
        alert.alertId(),
        alert.revision(),
        alert.kind(),
        List.of(),
        alert.watchId(),
        alert.watchVersion(),
        alert.storyId(),
        alert.eventId(),
        alert.language(),
        alert.stage(),
        alert.article(),
        List.of(),
        0,
        alert.articles(),
        List.of(),
        0,
        alert.at());
  }
}
