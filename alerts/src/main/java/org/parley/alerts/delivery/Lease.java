package org.parley.alerts.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether this process may still act for the partitions it was given. Kafka takes them away from a
/// member that was silent for the session timeout, and at-least-once processing stops nobody who
/// does not know it yet: a process that was suspended and wakes up, say. So the stream thread
/// renews the lease on each round of its loop, and nothing is sent unless it did so within half of
/// the session timeout.
///
/// After a longer gap the first rounds prove nothing, since the client learns of its exclusion only
/// from its next heartbeat. The lease is back after rounds without a gap for another half.
///
/// One thread renews, any thread asks.
public final class Lease {
  private final long half;
  private final LongSupplier nanoTime;
  private volatile long renewedAt;
  private volatile long trustedFrom;
  private volatile boolean ended;

  /// @param session the session timeout of the consumer
  /// @param nanoTime as [System#nanoTime()]
  public Lease(Duration session, LongSupplier nanoTime) {
    this.half = session.toNanos() / 2;
    this.nanoTime = nanoTime;
    this.renewedAt = nanoTime.getAsLong();
    this.trustedFrom = renewedAt;
  }

  /// Called on each round of the stream thread's loop.
  public void renew() {
    long now = nanoTime.getAsLong();
    if (now - renewedAt > half) {
      trustedFrom = now + half;
    }
    renewedAt = now;
  }

  /// The partitions were given back: it never holds again.
  public void end() {
    ended = true;
  }

  public boolean holds() {
    long now = nanoTime.getAsLong();
    return !ended && now - renewedAt <= half && now - trustedFrom >= 0;
  }
}
