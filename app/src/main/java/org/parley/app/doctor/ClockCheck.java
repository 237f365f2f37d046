package org.parley.app.doctor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether this machine's clock agrees with the times that the cluster's records bear: nothing is
/// written in the future, unless a clock is wrong.
final class ClockCheck {
  private static final String NAME = "clock";
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private ClockCheck() {}

  /// @param newest the latest timestamp of any record; none when there are no records
  static Verdict verdict(Instant now, @Nullable Instant newest) {
    if (newest == null) {
      return Verdict.ok(NAME, "no records to compare it with");
    }
    Duration ahead = Duration.between(now, newest);
    if (ahead.compareTo(TOLERANCE) > 0) {
      return Verdict.warn(
          NAME,
          "the newest record is of "
              + newest
              + ", "
              + ahead.toSeconds()
              + " s after this machine's time",
          "set the clocks of this machine and of those that write (NTP): receivers refuse webhooks"
              + " that are 300 s off, and brokers records that are an hour ahead");
    }
    return Verdict.ok(NAME, "no record is from the future; the newest is of " + newest);
  }
}
