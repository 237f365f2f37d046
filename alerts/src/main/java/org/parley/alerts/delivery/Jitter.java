package org.parley.alerts.delivery;

import java.time.Duration;
import org.parley.contract.Ids;

/// Spreads waits, so that what failed together does not come back together. Drawn from the delivery
/// and the attempt, not from chance: the same attempt waits equally long on every run.
final class Jitter {
  /// The most that is added, as a part of the wait. Nothing is ever sent before it is due.
  static final double MOST = 0.1;

  private static final double RANGE = 1L << 32;

  private Jitter() {}

  /// `wait` and up to a tenth of it more.
  static Duration added(Duration wait, String deliveryId, int attempt) {
    String digest = Ids.text(deliveryId + "/" + attempt);
    double share = Long.parseLong(digest.substring(0, 8), 16) / RANGE;
    return wait.plusMillis((long) (wait.toMillis() * MOST * share));
  }
}
