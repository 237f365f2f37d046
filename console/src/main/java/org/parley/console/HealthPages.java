package org.parley.console;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;

/// `/livez` and `/readyz`: for whoever restarts the process, and for whoever sends it work.
final class HealthPages {
  private final Vitals vitals;

  HealthPages(Vitals vitals) {
    this.vitals = vitals;
  }

  void addTo(HttpRouting.Builder routing) {
    Page.add(routing, "/livez", this::alive);
    Page.add(routing, "/readyz", this::ready);
  }

  private Page alive() {
    Vitals.Reading reading = vitals.take();
    return page(reading, reading.isAlive(), "alive");
  }

  private Page ready() {
    Vitals.Reading reading = vitals.take();
    return page(reading, reading.isReady(), "ready");
  }

  private static Page page(Vitals.Reading reading, boolean good, String word) {
    return new Page(
        good ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
        "application/json",
        reading.json(good, word) + "\n");
  }
}
