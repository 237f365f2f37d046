package org.parley.app.console;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.parley.alerts.AlertsService;
import org.parley.alerts.ledger.Load;

/// What waits for the endpoints, and what is under way. An endpoint for which nothing waits has no
/// row.
final class AlertsFigures {
  private final AlertsService alerts;
  private final Clock clock = Clock.systemUTC();
  private final MultiGauge pending;
  private final MultiGauge oldest;

  AlertsFigures(AlertsService alerts, MeterRegistry registry) {
    this.alerts = alerts;
    pending =
        MultiGauge.builder("parley.deliveries.pending")
            .description("Deliveries that have not ended, those under way included")
            .register(registry);
    oldest =
        MultiGauge.builder("parley.deliveries.oldest.pending")
            .description("For how long the delivery that is next in line or under way has waited")
            .baseUnit("seconds")
            .register(registry);
    Gauge.builder("parley.attempts.in.flight", alerts, AlertsFigures::out)
        .description("Attempts under way or about to start")
        .register(registry);
    Gauge.builder("parley.breakers.open", alerts, AlertsFigures::open)
        .description("Endpoints that failed so often that only a probe is tried")
        .register(registry);
  }

  private static int out(AlertsService alerts) {
    return alerts.loads().values().stream().mapToInt(Load::out).sum();
  }

  private static long open(AlertsService alerts) {
    return alerts.loads().values().stream().filter(Load::breakerOpen).count();
  }

  void refresh() {
    Map<String, Load> loads = alerts.loads();
    Instant now = clock.instant();
    pending.register(
        loads.entrySet().stream()
            .filter(entry -> entry.getValue().pending() > 0)
            .<Row<?>>map(entry -> Row.of(of(entry.getKey()), entry.getValue().pending()))
            .toList(),
        true);
    oldest.register(
        loads.entrySet().stream()
            .filter(entry -> entry.getValue().oldest() != null)
            .<Row<?>>map(entry -> Row.of(of(entry.getKey()), age(entry.getValue(), now)))
            .toList(),
        true);
  }

  private static Tags of(String endpointId) {
    return Tags.of("endpoint", endpointId);
  }

  private static double age(Load load, Instant now) {
    Instant since = load.oldest();
    return since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
  }
}
