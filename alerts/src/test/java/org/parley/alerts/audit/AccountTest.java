package org.parley.alerts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.alerts.audit.AuditResult.Owed;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.contract.Outcome;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;

class AccountTest {
  private static final Alert ONE = Sample.alert().story("one").build();
  private static final Alert TWO = Sample.alert().story("two").build();
  private final Account account = new Account();

  @BeforeEach
  void twoAlertsForOneEndpoint() {
    account.alert(ONE);
    account.alert(TWO);
    account.endpoint(Sample.endpoint().id("desk").build());
  }

  private static Attempt attempt(Alert alert, Outcome outcome) {
    return Sample.attempt().of(alert).outcome(outcome, null, "").build();
  }

  private static Owed owed(Alert alert, String endpointId) {
    String id = Ids.delivery(alert.alertId(), alert.revision(), endpointId);
    return new Owed(id, endpointId, alert.alertId(), alert.revision());
  }

  @Test
  void balancesWhenEveryPairIsAccountedFor() {
    account.attempt(attempt(ONE, Outcome.FAILED));
    account.attempt(attempt(ONE, Outcome.DELIVERED));
    account.pending(owed(TWO, "desk"));

    AuditResult result = account.balance();
    assertThat(result.isBalanced()).isTrue();
    assertThat(result.matched()).isEqualTo(2);
    assertThat(result.delivered()).isEqualTo(1);
    assertThat(result.pending()).isEqualTo(1);
    assertThat(result.text()).contains("matched 2 = delivered 1 + pending 1", "balanced");
  }

  @Test
  void missesAPairThatOnlyFailed() {
    account.attempt(attempt(ONE, Outcome.DELIVERED));
    account.attempt(attempt(TWO, Outcome.FAILED));

    AuditResult result = account.balance();
    assertThat(result.isBalanced()).isFalse();
    assertThat(result.missingSome()).containsExactly(owed(TWO, "desk"));
    assertThat(result.text()).contains(owed(TWO, "desk").deliveryId(), "does not balance");
  }

  @Test
  void doesNotLetALossAndASurplusCancelOut() {
    Alert other = Sample.alert().story("three").watch("elections").build();
    account.endpoint(Sample.endpoint().id("narrow").watches("elections").build());
    account.attempt(attempt(ONE, Outcome.DELIVERED));
    account.attempt(attempt(TWO, Outcome.DEAD));
    account.alert(other);
    account.attempt(attempt(other, Outcome.CANCELLED));
    account.attempt(Sample.attempt().of(ONE).to("narrow").build());

    AuditResult result = account.balance();
    assertThat(result.missingSome()).containsExactly(owed(other, "narrow"));
    assertThat(result.extraSome()).containsExactly(owed(ONE, "narrow"));
    assertThat(result.matched())
        .isEqualTo(result.delivered() + result.dead() + result.cancelled() + result.missing());
  }

  @Test
  void countsWhatIsPendingAndEndedAsEnded() {
    account.pending(owed(ONE, "desk"));
    account.attempt(attempt(ONE, Outcome.SUPERSEDED));
    account.attempt(attempt(TWO, Outcome.SILENCED));

    AuditResult result = account.balance();
    assertThat(result.pending()).isZero();
    assertThat(result.superseded()).isEqualTo(1);
    assertThat(result.silenced()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatTheLogHasForgotten() {
    account.attempt(attempt(ONE, Outcome.DELIVERED));
    account.attempt(attempt(TWO, Outcome.DELIVERED));
    account.attempt(attempt(Sample.alert().story("ancient").build(), Outcome.DELIVERED));

    AuditResult result = account.balance();
    assertThat(result.isBalanced()).isTrue();
    assertThat(result.beyond()).isEqualTo(1);
  }

  @Test
  void allowsTheLedgerAMomentToLearnOfAnEnd() {
    account.endpoint(Sample.endpoint().id("desk").build().closedAt(ManualClock.START));
    assertThat(account.balance().matched()).isZero();

    account.attempt(attempt(ONE, Outcome.DELIVERED));
    assertThat(account.balance().isBalanced()).isTrue();

    account.endpoint(
        Sample.endpoint()
            .id("desk")
            .build()
            .closedAt(ManualClock.START.minus(Duration.ofMinutes(1))));
    assertThat(account.balance().extra()).isEqualTo(1);
  }

  @Test
  void speaksJson() {
    account.pending(owed(ONE, "desk"));
    assertThat(Json.write(account.balance()))
        .contains("\"matched\":2", "\"missing\":1", "\"balanced\":false");
  }
}
