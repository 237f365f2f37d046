package org.parley.console;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/// `/metrics`, in the text format that every scraper of Prometheus reads.
final class MetricsPage {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  MetricsPage(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  void addTo(HttpRouting.Builder routing) {
    Page.add(routing, "/metrics", () -> new Page(Status.OK_200, FORMAT, registry.scrape(FORMAT)));
  }
}
