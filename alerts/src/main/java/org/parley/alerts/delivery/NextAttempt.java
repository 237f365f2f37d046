package org.parley.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Endpoint.Policy;
import org.parley.outbound.Exchange;
import org.parley.outbound.Exchange.Answered;
import org.parley.outbound.RetryAfter;

/// Decides what comes after an attempt, by the rules of Standard Webhooks: any 2xx is success; a
/// redirect is a failure like any other; 410 means the receiver is gone; 429, 502, 503 and 504 mean
/// that it wants less, and its `Retry-After` is honoured to the second; all else is tried again by
/// the endpoint's schedule, until that ends or the delivery is too old.
public final class NextAttempt {
  /// The longest that a delivery is tried for. Time while its endpoint is held does not count.
  public static final Duration LIFETIME = Duration.ofHours(80);

  private static final int GONE = 410;
  private static final Set<Integer> THROTTLE = Set.of(429, 502, 503, 504);

  private NextAttempt() {}

  /// Where a delivery and its endpoint stand.
  ///
  /// @param deliveryId which
  /// @param attempts made so far, the reported one included
  /// @param expires when the delivery is too old
  /// @param failuresInRow of the endpoint, the reported one not included
  public record Standing(String deliveryId, int attempts, Instant expires, int failuresInRow) {}

  /// When the first attempt of a delivery is due.
  public static Instant first(Policy policy, String deliveryId, Instant now) {
    return now.plus(Jitter.added(policy.schedule().getFirst(), deliveryId, 1));
  }

  public static Verdict after(Report report, Standing standing, Policy policy) {
    return switch (report.result()) {
      case Report.Result.Unsent _ -> new Verdict.Again();
      case Report.Result.Unsendable(String reason) -> new Verdict.Dead(reason);
      case Report.Result.Misconfigured _ -> bySchedule(report.endedAt(), standing, policy);
      case Report.Result.Tried(Exchange exchange) ->
          afterTry(exchange, report.endedAt(), standing, policy);
    };
  }

  /// The next attempt by the schedule alone, as after an attempt of which nothing is known.
  public static Verdict bySchedule(Instant ended, Standing standing, Policy policy) {
    return retry(waitFor(standing, policy, ended), null, standing, policy);
  }

  private static Verdict afterTry(
      Exchange exchange, Instant ended, Standing standing, Policy policy) {
    if (!(exchange instanceof Answered answered)) {
      return bySchedule(ended, standing, policy);
    }
    if (answered.isSuccess()) {
      return new Verdict.Delivered();
    }
    if (answered.status() == GONE) {
      return new Verdict.Gone();
    }
    return THROTTLE.contains(answered.status())
        ? throttled(answered, ended, standing, policy)
        : bySchedule(ended, standing, policy);
  }

  private static Verdict throttled(
      Answered answered, Instant ended, Standing standing, Policy policy) {
    Instant asked = RetryAfter.parse(answered.headers().first("Retry-After").orElse(null), ended);
    if (asked != null) {
      return retry(asked, asked, standing, policy);
    }
    // The endpoint as a whole rests as long as a delivery would that failed as often as it did, not
    // as long as this one: its next attempt may be a day away and the trouble seconds old.
    Instant rest = ended.plus(step(policy.schedule(), standing.failuresInRow() + 1));
    Instant next = waitFor(standing, policy, ended);
    return retry(next, rest.isBefore(next) ? rest : next, standing, policy);
  }

  private static Instant waitFor(Standing standing, Policy policy, Instant ended) {
    Duration wait = step(policy.schedule(), standing.attempts());
    return ended.plus(Jitter.added(wait, standing.deliveryId(), standing.attempts() + 1));
  }

  private static Verdict retry(
      Instant at, @Nullable Instant endpointUntil, Standing standing, Policy policy) {
    if (standing.attempts() >= policy.schedule().size()) {
      return new Verdict.Dead("failed at its last attempt, number " + standing.attempts());
    }
    if (at.isAfter(standing.expires())) {
      return new Verdict.Dead(
          "its next attempt would be later than " + LIFETIME.toHours() + " hours after the alert");
    }
    return new Verdict.Retry(at, endpointUntil);
  }

  private static Duration step(List<Duration> schedule, int attempts) {
    return schedule.get(Math.min(attempts, schedule.size() - 1));
  }
}
