package org.parley.alerts.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.Endpoint;

/// Every endpoint as it stands, removed ones included. One thread of Kafka Streams writes, all
/// others read.
public final class Endpoints {
  private final Map<String, Endpoint> byId = new ConcurrentHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  /// An endpoint's record was accepted.
  ///
  /// @param before what it was, or none for a new one
  /// @param now what it is
  record Change(@Nullable Endpoint before, Endpoint now) {
    /// Whether only the new record takes `alert`.
    boolean adds(Alert alert) {
      return now.takes(alert) && (before == null || !before.takes(alert));
    }
  }

  public @Nullable Endpoint find(String endpointId) {
    return byId.get(endpointId);
  }

  /// The endpoints that are owed `alert`, removed ones included.
  List<Endpoint> takers(Alert alert) {
    return byId.values().stream().filter(endpoint -> endpoint.takes(alert)).toList();
  }

  void accept(Endpoint endpoint) {
    var change = new Change(byId.put(endpoint.endpointId(), endpoint), endpoint);
    listeners.forEach(listener -> listener.accept(change));
  }

  /// Tells `listener` of every change from now on, on the writing thread.
  void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  void forget(Consumer<Change> listener) {
    listeners.remove(listener);
  }
}
