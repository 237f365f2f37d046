package org.parley.alerts.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much an endpoint is trusted: whether it is sent all that is due, one probe, or a little more
/// each time.
///
/// - [Closed]: the normal state. A few failures in a row, with no success between, open it.
/// - [Open]: one delivery is tried at the times of its own schedule; all others wait and consume
///   none of their attempts.
/// - [Ramp]: the endpoint is back, and its backlog drains twice as wide after each full round.
///
/// Immutable; each state answers with the next one.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Breaker.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = Breaker.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Breaker.Ramp.class, name = "ramp")
})
public sealed interface Breaker {
  /// How many failures in a row open it.
  int THRESHOLD = 5;

  Breaker FRESH = new Closed(0, null);

  /// How many attempts the endpoint may have at one time.
  ///
  /// @param limit the endpoint's own
  int allowance(int limit);

  /// Failures since the last success.
  int failures();

  Breaker succeeded(int limit);

  /// @param due when it is due again; none where it was given up
  Breaker failed(String deliveryId, @Nullable Instant due);

  /// A delivery that failed and when it is due again.
  record Probe(String deliveryId, Instant due) {
    static @Nullable Probe of(String deliveryId, @Nullable Instant due) {
      return due == null ? null : new Probe(deliveryId, due);
    }

    static @Nullable Probe earlier(@Nullable Probe one, @Nullable Probe other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return other.due.isBefore(one.due) ? other : one;
    }
  }

  /// All is well.
  ///
  /// @param failures in a row
  /// @param earliest of those that failed, the first to be due again
  record Closed(int failures, @Nullable Probe earliest) implements Breaker {
    @Override
    public int allowance(int limit) {
      return limit;
    }

    @Override
    public Breaker succeeded(int limit) {
      return FRESH;
    }

    @Override
    public Breaker failed(String deliveryId, @Nullable Instant due) {
      Probe first = Probe.earlier(earliest, Probe.of(deliveryId, due));
      return failures + 1 < THRESHOLD
          ? new Closed(failures + 1, first)
          : new Open(failures + 1, first);
    }
  }

  /// All but the probe wait.
  ///
  /// @param failures in a row
  /// @param probe which delivery is tried, and when; none for the one that has waited longest
  record Open(int failures, @Nullable Probe probe) implements Breaker {
    @Override
    public int allowance(int limit) {
      return 1;
    }

    @Override
    public Breaker succeeded(int limit) {
      return limit <= 1 ? FRESH : new Ramp(1, 0, 0, null).succeeded(limit);
    }

    @Override
    public Breaker failed(String deliveryId, @Nullable Instant due) {
      boolean straggler = probe != null && !probe.deliveryId().equals(deliveryId);
      return new Open(failures + 1, straggler ? probe : Probe.of(deliveryId, due));
    }

    /// With the delivery that has waited longest as its probe.
    public Breaker withoutProbe() {
      return new Open(failures, null);
    }
  }

  /// The endpoint answers again.
  ///
  /// @param allowance how many attempts it has at one time
  /// @param successes since the allowance changed
  /// @param failures in a row
  /// @param earliest of those that failed, the first to be due again
  record Ramp(int allowance, int successes, int failures, @Nullable Probe earliest)
      implements Breaker {
    private static final int PATIENCE = 3;

    @Override
    public int allowance(int limit) {
      return Math.min(allowance, limit);
    }

    @Override
    public Breaker succeeded(int limit) {
      if (successes + 1 < allowance) {
        return new Ramp(allowance, successes + 1, 0, null);
      }
      return allowance * 2 > limit ? FRESH : new Ramp(allowance * 2, 0, 0, null);
    }

    @Override
    public Breaker failed(String deliveryId, @Nullable Instant due) {
      Probe first = Probe.earlier(earliest, Probe.of(deliveryId, due));
      return failures + 1 < PATIENCE
          ? new Ramp(Math.max(1, allowance / 2), 0, failures + 1, first)
          : new Open(failures + 1, first);
    }
  }
}
