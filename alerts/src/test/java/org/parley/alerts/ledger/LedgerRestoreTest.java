package org.parley.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.alerts.delivery.Delivery;
import org.parley.alerts.delivery.Order;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint.Policy;
import org.parley.contract.Outcome;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;

/// What the ledger makes of the entries that a process left that was killed. They are put into the
/// store as it would have left them; the next alert makes the ledger look.
class LedgerRestoreTest {
  private static final Delivery LEFT = Delivery.of(LedgerTest.alert("left", 1), "desk");

  @TempDir Path stateDir;
  private LedgerDriver ledger;
  private PendingStore store;

  @BeforeEach
  void start() {
    ledger = new LedgerDriver(stateDir);
    store = new PendingStore(ledger.kafka.getKeyValueStore(Stores.PENDING));
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  private static Pending left() {
    return Pending.of(LEFT, ManualClock.START, ManualClock.START, Duration.ZERO);
  }

  private void next() {
    ledger.endpoint(Sample.endpoint().build());
    Alert next = LedgerTest.alert("next", 1);
    ledger.alert(next);
    ledger.round();
    Order order =
        ledger.orders().stream()
            .filter(o -> o.delivery().alert().equals(next))
            .findFirst()
            .orElseThrow();
    ledger.answer(order, 200);
  }

  @Test
  void triesAgainWhatIsFoundInFlightThoughNothingElseComes() {
    store.add(left().started());
    ledger.endpoint(Sample.endpoint().build());
    ledger.round();
    assertThat(ledger.orders()).isEmpty();
    ledger.pass(Duration.ofHours(1));
    assertThat(ledger.order().delivery()).isEqualTo(LEFT);
  }

  @Test
  void countsWhatIsPendingAgain() {
    store.add(left());
    for (int round = 0; round < 12; round++) {
      ledger.round();
    }

    assertThat(ledger.progress.loads().get(LEFT.endpointId()))
        .isEqualTo(new Load(1, ManualClock.START, 0, false));
  }

  @Test
  void countsAnAttemptThatIsFoundInFlight() {
    store.add(left().started());
    next();

    Attempt attempt = ledger.attempts().getFirst();
    assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(attempt.number()).isEqualTo(1);
    assertThat(attempt.detail()).contains("interrupted");
    assertThat(attempt.nextAt()).isAfter(ledger.now().plusSeconds(4));
    ledger.pass(Duration.ofSeconds(6));
    Order again = ledger.order();
    assertThat(again.number()).isEqualTo(2);
    assertThat(again.delivery()).isEqualTo(LEFT);
  }

  @Test
  void givesUpALastAttemptThatIsFoundInFlight() {
    store.add(left().withAttempts(Policy.STANDARD.schedule().size() - 1).started());
    next();

    assertThat(ledger.attempts().getFirst())
        .satisfies(attempt -> {
          assertThat(attempt.outcome()).isEqualTo(Outcome.DEAD);
          assertThat(attempt.number()).isEqualTo(10);
        });
    assertThat(ledger.deadLetters()).hasSize(1);
  }

  @Test
  void recordsAnEndThatTheLogMayNotHave() {
    Attempt end = Sample.attempt().of(LEFT.alert()).to("desk").build();
    store.add(left().started().ended(end));
    next();

    assertThat(ledger.attempts()).contains(end);
    ledger.round();
    ledger.round();
    assertThat(ledger.pendingKeys()).isZero();
    ledger.alert(LEFT.alert());
    assertThat(ledger.orders()).isEmpty();
  }

  @Test
  void dropsADueKeyWithoutADelivery() {
    Pending gone = left();
    store.add(gone);
    ledger
        .kafka
        .<String, byte[]>getKeyValueStore(Stores.PENDING)
        .delete(PendingKey.of("desk", LEFT.deliveryId()));
    next();
    ledger.round();
    ledger.round();

    assertThat(ledger.pendingKeys()).isZero();
    assertThat(ledger.attempts()).hasSize(1);
  }

  @Test
  void sendsOnceWhatStandsUnderAnOldAndANewTime() {
    store.add(left());
    store.add(left().dueAgain(ManualClock.START.plusSeconds(3)));
    ledger.endpoint(Sample.endpoint().build());
    ledger.alert(LedgerTest.alert("next", 1));
    assertThat(ledger.orders()).hasSize(1);
    ledger.pass(Duration.ofSeconds(3));
    assertThat(ledger.order().delivery()).isEqualTo(LEFT);
    ledger.pass(Duration.ofSeconds(30));
    assertThat(ledger.orders()).isEmpty();
  }

  @Test
  void doesNotTakeOnAgainWhatIsPending() {
    store.add(left());
    ledger.endpoint(Sample.endpoint().build());
    ledger.alert(LEFT.alert());
    ledger.alert(LedgerTest.alert("next", 1));

    assertThat(ledger.orders()).hasSize(2);
  }
}
