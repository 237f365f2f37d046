package org.parley.alerts.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.parley.alerts.delivery.Courier;
import org.parley.alerts.delivery.Order;
import org.parley.alerts.delivery.Report;

/// Keeps orders until a test takes them.
final class FakeCourier implements Courier {
  private record Taken(Order order, Consumer<Report> reports) {}

  private final Deque<Taken> taken = new ArrayDeque<>();
  private final List<Taken> out = new ArrayList<>();

  @Override
  public int room() {
    return 1000 - taken.size();
  }

  @Override
  public void take(Order order, Consumer<Report> reports) {
    taken.add(new Taken(order, reports));
  }

  /// The orders since the last call.
  List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    for (Taken next = taken.poll(); next != null; next = taken.poll()) {
      out.add(next);
      orders.add(next.order());
    }
    return orders;
  }

  void report(Report report) {
    Taken answered =
        out.stream().filter(known -> known.order() == report.order()).findFirst().orElseThrow();
    out.remove(answered);
    answered.reports().accept(report);
  }
}
