package org.parley.app.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.parley.contract.Endpoint;

/// Whether deliveries are made to every endpoint.
final class EndpointsCheck {
  private static final String NAME = "endpoints";

  private EndpointsCheck() {}

  static List<Verdict> verdicts(Collection<Endpoint> endpoints) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      String id = endpoint.endpointId();
      switch (endpoint.status()) {
        case ACTIVE -> {}
        case PAUSED ->
            verdicts.add(
                Verdict.warn(
                    NAME, "'" + id + "' is paused; its alerts wait", "add it again, or remove it"));
        case DISABLED ->
            verdicts.add(
                Verdict.warn(
                    NAME,
                    "'" + id + "' is disabled, since " + endpoint.url() + " answered 410 Gone",
                    "`parley endpoint test "
                        + id
                        + "`; then add it again with the right URL, or remove it"));
      }
    }
    return verdicts.isEmpty()
        ? List.of(Verdict.ok(NAME, endpoints.size() + ", none held"))
        : verdicts;
  }
}
