package org.parley.console;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import java.util.function.Supplier;

/// `/metrics`, in the text format that every scraper of Prometheus reads.
final class MetricsPage {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<String> metrics;

  MetricsPage(Supplier<String> metrics) {
    this.metrics = metrics;
  }

  void addTo(HttpRouting.Builder routing) {
    Page.add(routing, "/metrics", () -> new Page(Status.OK_200, FORMAT, metrics.get()));
  }
}
