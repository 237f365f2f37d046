package org.parley.contract.topic;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of a worker on Kafka that failed: begun again, or given up for good.
///
/// A cluster that is away, however long, is waited out: the worker begins again after a pause that
/// grows from a second to ten. A refusal, for want of a right or of sound credentials, is final,
/// and so is another instance under the same name. Anything else may be chance, so the worker
/// begins again, but not more than five times in five minutes. Thread-safe.
public final class Setbacks {
  /// Nothing that waits for the cluster should give up sooner than this.
  public static final Duration PATIENCE = Duration.ofDays(7);

  private static final int MOST = 5;
  private static final long WITHIN = Duration.ofMinutes(5).toNanos();
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toNanos();

  private static final List<Class<? extends Exception>> FINAL =
      List.of(
          AuthorizationException.class,
          AuthenticationException.class,
          FencedInstanceIdException.class);

  /// What a cluster leaves behind that was away, or gave the work to another meanwhile.
  private static final List<Class<? extends Exception>> AWAY =
      List.of(
          RetriableException.class,
          ProducerFencedException.class,
          InvalidProducerEpochException.class,
          InvalidPidMappingException.class,
          UnknownProducerIdException.class,
          OutOfOrderSequenceException.class,
          UnknownMemberIdException.class,
          CommitFailedException.class);

  private final LongSupplier nanoTime;
  private final Deque<Long> crashes = new ArrayDeque<>();
  private final Deque<Long> absences = new ArrayDeque<>();
  private @Nullable Throwable last;

  public Setbacks() {
    this(System::nanoTime);
  }

  /// @param nanoTime as [System#nanoTime()]
  Setbacks(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// @param pause before it begins again; none when it is to be given up
  record Verdict(boolean goesOn, Duration pause) {}

  /// Takes note of what ended the worker, and holds up the calling thread for the pause, if any. An
  /// interrupt ends the pause.
  ///
  /// @return whether the worker is to begin again
  public boolean survives(Throwable problem) {
    Verdict verdict = judge(problem);
    LockSupport.parkNanos(verdict.pause().toNanos());
    return verdict.goesOn();
  }

  /// Whether to begin again is of no use: a refusal, or another instance under the same name.
  public static boolean isFinal(Throwable problem) {
    return isCaused(problem, FINAL);
  }

  synchronized Verdict judge(Throwable problem) {
    last = problem;
    if (isFinal(problem)) {
      return new Verdict(false, Duration.ZERO);
    }
    if (isCaused(problem, AWAY)) {
      return new Verdict(true, Duration.ofNanos(Math.min(LONGEST_PAUSE, PAUSE * count(absences))));
    }
    return new Verdict(count(crashes) <= MOST, Duration.ZERO);
  }

  /// How many there were of late, this one included.
  private int count(Deque<Long> recent) {
    long now = nanoTime.getAsLong();
    recent.addLast(now);
    recent.removeIf(then -> now - then > WITHIN);
    return recent.size();
  }

  /// What ended the worker last, if anything did.
  public synchronized @Nullable Throwable last() {
    return last;
  }

  private static boolean isCaused(Throwable problem, List<Class<? extends Exception>> by) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      Throwable found = cause;
      if (by.stream().anyMatch(type -> type.isInstance(found))) {
        return true;
      }
    }
    return false;
  }
}
