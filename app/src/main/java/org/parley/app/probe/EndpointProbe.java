package org.parley.app.probe;

import java.time.Clock;
import org.parley.alerts.delivery.Post;
import org.parley.alerts.secret.Secrets;
import org.parley.contract.Endpoint;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.GuardedHttp;

/// Sends a signed test event to an endpoint, the way in which alerts are sent. The ledger does not
/// learn of it.
public final class EndpointProbe {
  private final AddressPolicy policy;
  private final Secrets secrets;
  private final Clock clock;

  /// @param policy which addresses may be dialled
  public EndpointProbe(AddressPolicy policy, Secrets secrets, Clock clock) {
    this.policy = policy;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// Waits for the answer, at most for the endpoint's deadline.
  public ProbeResult test(Endpoint endpoint) {
    try (var http = GuardedHttp.open(policy)) {
      return ProbeResult.of(new Post(http, secrets).test(endpoint, clock.instant()));
    }
  }
}
