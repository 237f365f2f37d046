package org.parley.alerts.delivery;

import java.util.function.Consumer;

/// Carries out orders. The ledger's tests put one in its place that they can look into.
public interface Courier {
  /// How many more orders it will take at the moment.
  int room();

  /// Takes an order; never blocks.
  ///
  /// @param reports is given exactly one report, from any thread
  void take(Order order, Consumer<Report> reports);
}
