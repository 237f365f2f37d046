package org.parley.app.console;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.alerts.AlertsService;
import org.parley.app.role.AlertsRole;
import org.parley.app.role.IngestRole;
import org.parley.app.role.ProcessorRole;
import org.parley.app.role.Role;
import org.parley.contract.Attempt;
import org.parley.contract.LatencyListener;
import org.parley.processor.NewsProcessor;

/// Everything that is measured in this process, as meters. What each means stands beside it here
/// and in `docs/operations.md`; a test compares the names. Labels are few: an endpoint's id at
/// most, never a URL or an article. Thread-safe.
public final class Figures implements LatencyListener, AutoCloseable {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";
  private static final Duration[] STEPS =
      millis(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 600_000);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Point, Timer> latencies = new EnumMap<>(Point.class);
  private final Timer attempts;
  private final List<Runnable> refreshments = new ArrayList<>();

  public Figures() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    for (Point point : Point.values()) {
      latencies.put(point, latency(point));
    }
    attempts =
        Timer.builder("parley.attempt")
            .description("How long attempts to deliver took, whatever came of them")
            .serviceLevelObjectives(STEPS)
            .register(registry);
  }

  private Timer latency(Point point) {
    return Timer.builder("parley.latency")
        .description("From the time that an article was fetched to the point it has come to")
        .tag("point", point.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  private static Duration[] millis(long... steps) {
    Duration[] durations = new Duration[steps.length];
    for (int i = 0; i < steps.length; i++) {
      durations[i] = Duration.ofMillis(steps[i]);
    }
    return durations;
  }

  @Override
  public void reached(Point point, Duration sinceFetched) {
    Timer timer = latencies.get(point);
    if (timer != null) {
      timer.record(sinceFetched);
    }
  }

  /// Counts what came of a delivery.
  public void attempt(Attempt attempt) {
    if (attempt.number() > 0) {
      attempts.record(attempt.took());
    }
    Counter.builder("parley.delivery.outcomes")
        .description("What came of deliveries: failed is tried again, every other one is an end")
        .tag("endpoint", attempt.endpointId())
        .tag("outcome", attempt.outcome().label())
        .register(registry)
        .increment();
  }

  /// Shows the figures of roles that have started.
  synchronized void watch(List<Role> roles) {
    for (Role role : roles) {
      switch (role) {
        case ProcessorRole processor -> watch(processor.processor());
        case AlertsRole alerts -> watch(alerts.service());
        case IngestRole ingest -> new FeedFigures(ingest.feeds(), registry);
        default -> {
          // Has no figures of its own.
        }
      }
    }
  }

  private void watch(NewsProcessor processor) {
    var figures = new ProcessorFigures(processor, registry);
    var lag = new LagFigures("processor", processor::kafkaMetrics, registry);
    refreshments.add(figures::refresh);
    refreshments.add(lag::refresh);
  }

  private void watch(AlertsService alerts) {
    var figures = new AlertsFigures(alerts, registry);
    var lag = new LagFigures("alerts", alerts::kafkaMetrics, registry);
    refreshments.add(figures::refresh);
    refreshments.add(lag::refresh);
  }

  /// Everything, in Prometheus' text format.
  synchronized String scrape() {
    refreshments.forEach(Runnable::run);
    return registry.scrape(FORMAT);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
