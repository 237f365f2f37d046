package org.parley.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;

class BreakerTest {
  private static final Instant DUE = Instant.parse("2026-03-01T12:00:05Z");
  private static final int LIMIT = 8;

  private static Breaker opened() {
    Breaker breaker = Breaker.FRESH;
    for (int i = 0; i < Breaker.THRESHOLD; i++) {
      breaker = breaker.failed("delivery-" + i, DUE.plusSeconds((i + 3) % 5));
    }
    return breaker;
  }

  @Test
  void opensAfterFailuresInARowWithTheOneThatIsDueFirstAsItsProbe() {
    assertThat(opened()).isEqualTo(new Breaker.Open(5, new Breaker.Probe("delivery-2", DUE)));
    assertThat(opened().allowance(LIMIT)).isEqualTo(1);
  }

  @Test
  void staysClosedWhileSuccessesComeBetween() {
    Breaker breaker = Breaker.FRESH;
    for (int i = 0; i < 20; i++) {
      breaker = breaker.failed("delivery", DUE);
      if (i % 4 == 3) {
        breaker = breaker.succeeded(LIMIT);
      }
    }
    assertThat(breaker).isEqualTo(Breaker.FRESH);
  }

  @Test
  void keepsItsProbeWhenAnotherThatWasStillOutFails() {
    Breaker later = opened().failed("delivery-7", DUE.plusSeconds(60));
    assertThat(later).isEqualTo(new Breaker.Open(6, new Breaker.Probe("delivery-2", DUE)));
  }

  @Test
  void followsTheScheduleOfItsProbe() {
    Breaker later = opened().failed("delivery-2", DUE.plusSeconds(300));
    assertThat(later)
        .isEqualTo(new Breaker.Open(6, new Breaker.Probe("delivery-2", DUE.plusSeconds(300))));
  }

  @Test
  void takesTheNextInLineWhenItsProbeIsGivenUp() {
    assertThat(opened().failed("delivery-2", null)).isEqualTo(new Breaker.Open(6, null));
  }

  @Test
  void doublesAfterEachFullRoundUntilItIsClosed() {
    Breaker breaker = opened().succeeded(LIMIT);
    for (int width = 2; width <= LIMIT; width *= 2) {
      assertThat(breaker.allowance(LIMIT)).isEqualTo(width);
      for (int i = 0; i < width; i++) {
        breaker = breaker.succeeded(LIMIT);
      }
    }
    assertThat(breaker).isEqualTo(Breaker.FRESH);
  }

  @Test
  void narrowsOnAFailureAndOpensAgainOnSeveral() {
    Breaker wide = new Breaker.Ramp(8, 3, 0, null);
    Breaker narrower = wide.failed("a", DUE.plusSeconds(9));
    assertThat(narrower.allowance(LIMIT)).isEqualTo(4);
    assertThat(narrower.failed("b", DUE).failed("c", DUE.plusSeconds(1)))
        .isEqualTo(new Breaker.Open(3, new Breaker.Probe("b", DUE)));
  }

  @Test
  void closesAtOnceForAnEndpointThatTakesOneAtATime() {
    assertThat(opened().succeeded(1)).isEqualTo(Breaker.FRESH);
  }

  @Test
  void survivesItsJson() {
    for (Breaker breaker :
        new Breaker[] {opened(), Breaker.FRESH, new Breaker.Ramp(4, 1, 1, null)}) {
      assertThat(Json.read(Json.write(breaker), Breaker.class)).isEqualTo(breaker);
    }
  }
}
