package org.parley.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final Lease lease = new Lease(Duration.ofSeconds(10), nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void rounds(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= 100) {
      pass(Duration.ofMillis(100));
      lease.renew();
    }
  }

  @Test
  void holdsWhileItIsRenewed() {
    assertThat(lease.holds()).isTrue();
    rounds(Duration.ofMinutes(1));
    assertThat(lease.holds()).isTrue();
  }

  @Test
  void endsAfterHalfASessionOfSilence() {
    pass(Duration.ofSeconds(5));
    assertThat(lease.holds()).isTrue();
    pass(Duration.ofNanos(1));
    assertThat(lease.holds()).isFalse();
  }

  @Test
  void isNotBackWithTheFirstRoundAfterSilence() {
    pass(Duration.ofSeconds(30));
    lease.renew();
    assertThat(lease.holds()).isFalse();
    rounds(Duration.ofMillis(4900));
    assertThat(lease.holds()).isFalse();
    rounds(Duration.ofMillis(100));
    assertThat(lease.holds()).isTrue();
  }

  @Test
  void neverHoldsAgainOnceThePartitionsAreGivenBack() {
    lease.end();
    rounds(Duration.ofMinutes(1));
    assertThat(lease.holds()).isFalse();
  }
}
