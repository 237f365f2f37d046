package org.parley.outbound;

import java.time.Duration;
import org.apache.hc.core5.concurrent.Cancellable;

/// One exchange under way: its deadline, and how far it has come. Written by the calling thread and
/// read by the timer.
final class Attempt {
  /// The attempt that the current thread is at, for the parts that the connection manager calls.
  static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

  /// What it is busy with, in the words of a timeout's reason.
  enum Phase {
    QUEUED("waiting for a free connection to"),
    LOOKUP("looking up the name of"),
    CONNECT("connecting to"),
    TLS("agreeing on encryption with"),
    SEND("sending to"),
    HEAD("waiting for the answer of"),
    BODY("reading the answer of");

    private final String words;

    Phase(String words) {
      this.words = words;
    }
  }

  private final Target target;
  private final Duration deadline;
  private final Cancellable exchange;
  private final long begun = System.nanoTime();
  private volatile Phase phase = Phase.QUEUED;
  private volatile boolean expired;

  /// @param exchange cancelled at the deadline
  Attempt(Target target, Duration deadline, Cancellable exchange) {
    this.target = target;
    this.deadline = deadline;
    this.exchange = exchange;
  }

  Target target() {
    return target;
  }

  void enter(Phase phase) {
    this.phase = phase;
  }

  Phase phase() {
    return phase;
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /// Until the deadline; not positive once it has passed.
  Duration left() {
    return deadline.minus(took());
  }

  /// Ends it, whatever it is busy with.
  void expire() {
    expired = true;
    exchange.cancel();
  }

  boolean isExpired() {
    return expired || !left().isPositive();
  }

  String timeout() {
    return "still " + phase.words + " " + target + " when its " + words(deadline) + " were over";
  }

  private static String words(Duration deadline) {
    return deadline.toMillis() % 1000 == 0
        ? deadline.toSeconds() + " s"
        : deadline.toMillis() + " ms";
  }
}
