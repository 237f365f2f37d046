package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  @Test
  void standsStillUntilItIsMoved() {
    ManualClock clock = ManualClock.create();
    assertThat(clock.instant()).isEqualTo(ManualClock.START).isEqualTo(clock.instant());

    assertThat(clock.advance(Duration.ofHours(2)))
        .isEqualTo(clock.instant())
        .isEqualTo(ManualClock.START.plusSeconds(7200));
    clock.set(ManualClock.START);
    assertThat(clock.instant()).isEqualTo(ManualClock.START);
  }

  @Test
  void oneOfAnotherZoneMovesWithIt() {
    ManualClock clock = ManualClock.create();
    var inKyiv = clock.withZone(ZoneId.of("Europe/Kyiv"));

    clock.advance(Duration.ofDays(1));

    assertThat(inKyiv.instant()).isEqualTo(clock.instant());
    assertThat(inKyiv.getZone()).isEqualTo(ZoneId.of("Europe/Kyiv"));
  }
}
