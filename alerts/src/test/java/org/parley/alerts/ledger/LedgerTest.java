package org.parley.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.alerts.delivery.Order;
import org.parley.alerts.delivery.Report;
import org.parley.contract.Alert;
import org.parley.contract.Attempt;
import org.parley.contract.DeadLetter;
import org.parley.contract.Endpoint;
import org.parley.contract.Endpoint.Policy;
import org.parley.contract.Endpoint.Status;
import org.parley.contract.Ids;
import org.parley.contract.Notice;
import org.parley.contract.Outcome;
import org.parley.outbound.Exchange;
import org.parley.testkit.ManualClock;
import org.parley.testkit.Sample;

class LedgerTest {
  private static final Endpoint DESK = Sample.endpoint().id("desk").build();
  private static final Alert FIRST = alert("one", 1);

  @TempDir Path stateDir;
  private LedgerDriver ledger;

  @BeforeEach
  void start() {
    ledger = new LedgerDriver(stateDir);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  static Alert alert(String story, int revision) {
    return Sample.alert().story(story).revision(revision).build();
  }

  @Test
  void ordersOneDeliveryForEachEndpointThatTakesTheAlert() {
    ledger.endpoint(DESK);
    ledger.endpoint(Sample.endpoint().id("other-watch").watches("elections").build());
    ledger.endpoint(Sample.endpoint().id("archive").watches("peace-talks").build());

    ledger.alert(FIRST);

    assertThat(ledger.orders())
        .extracting(order -> order.delivery().endpointId())
        .containsExactlyInAnyOrder("desk", "archive");
  }

  @Test
  void recordsASuccessAndForgetsTheDelivery() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    Order order = ledger.order();
    assertThat(order.delivery().deliveryId()).isEqualTo(Ids.delivery(FIRST.alertId(), 1, "desk"));

    ledger.answer(order, 204);

    assertThat(ledger.attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
          assertThat(attempt.number()).isEqualTo(1);
          assertThat(attempt.status()).isEqualTo(204);
        });
    ledger.round();
    ledger.round();
    assertThat(ledger.pendingKeys()).isZero();
  }

  @Test
  void takesTheSameAlertOnOnce() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.alert(FIRST);
    Order order = ledger.order();
    ledger.answer(order, 200);
    ledger.alert(FIRST);
    ledger.pass(Duration.ofDays(29));
    ledger.alert(FIRST);
    ledger.round();

    assertThat(ledger.orders()).isEmpty();
    assertThat(ledger.attempts()).hasSize(1);
  }

  @Test
  void forgetsWhatEndedThirtyDaysAgo() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.answer(ledger.order(), 200);
    ledger.pass(Duration.ofDays(31));
    for (int i = 0; i < 20; i++) {
      ledger.round();
    }

    assertThat(
            ledger.kafka.<String, Settled>getKeyValueStore(Stores.SETTLED).approximateNumEntries())
        .isZero();
  }

  @Test
  void givesAnEndpointThatIsReadLateTheAlertItIsOwed() {
    ledger.alert(FIRST);
    assertThat(ledger.orders()).isEmpty();

    ledger.endpoint(DESK);

    assertThat(ledger.order().delivery().alert()).isEqualTo(FIRST);
  }

  @Test
  void givesAnEndpointNothingFromBeforeItsTerms() {
    ledger.alert(FIRST);
    ledger.endpoint(Sample.endpoint().from(ManualClock.START.plusMillis(1)).build());

    assertThat(ledger.orders()).isEmpty();
  }

  @Test
  void retriesByTheScheduleAndThenGivesUp() {
    Policy policy =
        Policy.STANDARD.withSchedule(
            List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)));
    ledger.endpoint(Sample.endpoint().policy(policy).build());
    ledger.alert(FIRST);

    ledger.answer(ledger.order(), 500);
    Instant second = waitsAbout(Duration.ofSeconds(5));
    ledger.pass(Duration.between(ledger.now(), second).minusMillis(1));
    assertThat(ledger.orders()).isEmpty();
    ledger.pass(Duration.ofMillis(1));
    Order again = ledger.order();
    assertThat(again.number()).isEqualTo(2);

    ledger.answer(again, 500);
    ledger.pass(Duration.between(ledger.now(), waitsAbout(Duration.ofMinutes(5))));
    ledger.answer(ledger.order(), 500);

    Attempt last = ledger.attempts().getLast();
    assertThat(last.outcome()).isEqualTo(Outcome.DEAD);
    assertThat(last.number()).isEqualTo(3);
    assertThat(last.detail()).contains("500", "last attempt");
    DeadLetter letter = ledger.deadLetters().getFirst();
    assertThat(letter.step()).isEqualTo("ledger");
    assertThat(letter.key()).isEqualTo(last.deliveryId());
    assertThat(letter.value()).contains(FIRST.alertId()).contains("\"desk\"");
    ledger.pass(Duration.ofDays(4));
    assertThat(ledger.orders()).isEmpty();
    ledger.round();
    assertThat(ledger.pendingKeys()).isZero();
  }

  /// When the attempt that just failed says it is due again: the wait and up to a tenth of it.
  private Instant waitsAbout(Duration wait) {
    Attempt failed = ledger.attempts().getLast();
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.nextAt())
        .isBetween(
            ledger.now().plus(wait),
            ledger.now().plus(wait).plus(wait.dividedBy(10)).plusMillis(1));
    return Objects.requireNonNull(failed.nextAt());
  }

  @ParameterizedTest
  @CsvSource({"429, 7, 7", "503, 1000000000, 86400", "502, 0, 0", "504, 61, 61"})
  void honoursRetryAfterToTheSecond(int status, String header, long seconds) {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.alert(alert("two", 1));
    List<Order> orders = ledger.orders();
    ledger.answer(orders.get(0), status, header);
    ledger.answer(orders.get(1), status, header);
    assertThat(ledger.attempts())
        .extracting(Attempt::nextAt)
        .containsOnly(ManualClock.START.plusSeconds(seconds));

    if (seconds > 0) {
      ledger.alert(alert("three", 1));
      ledger.pass(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(ledger.orders()).isEmpty();
      ledger.pass(Duration.ofMillis(1));
    }
    assertThat(ledger.orders()).isNotEmpty();
  }

  @Test
  void disablesAnEndpointThatIsGoneOnceAndKeepsItsBacklog() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.alert(alert("two", 1));
    List<Order> orders = ledger.orders();
    ledger.answer(orders.get(0), 410);
    ledger.answer(orders.get(1), 410);
    ledger.alert(alert("three", 1));

    Endpoint disabled = ledger.endpoints().getFirst();
    assertThat(disabled).isEqualTo(DESK.withStatus(Status.DISABLED));
    assertThat(ledger.notices())
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(Notice.Kind.ENDPOINT_DISABLED);
          assertThat(notice.message()).contains("'desk'", "410");
        });
    ledger.endpoint(disabled);
    ledger.pass(Duration.ofDays(20));
    assertThat(ledger.orders()).isEmpty();

    ledger.endpoint(DESK);
    assertThat(ledger.orders())
        .extracting(order -> order.delivery().alert().storyId())
        .containsExactlyInAnyOrder("one", "two", "three");
    assertThat(ledger.attempts()).extracting(Attempt::outcome).containsOnly(Outcome.FAILED);
  }

  @Test
  void holdsThePauseOfAnEndpointWithoutCountingIt() {
    ledger.endpoint(DESK.withStatus(Status.PAUSED));
    ledger.alert(FIRST);
    ledger.pass(Duration.ofHours(200));
    assertThat(ledger.orders()).isEmpty();

    ledger.endpoint(DESK);
    ledger.answer(ledger.order(), 500);
    ledger.pass(Duration.ofHours(1));

    assertThat(ledger.order().number()).isEqualTo(2);
    assertThat(ledger.deadLetters()).isEmpty();
  }

  @Test
  void cancelsTheBacklogOfARemovedEndpoint() {
    ledger.endpoint(DESK.withStatus(Status.PAUSED));
    ledger.alert(FIRST);
    ledger.alert(alert("two", 1));
    ledger.pass(Duration.ofMinutes(1));

    ledger.endpoint(DESK.withStatus(Status.PAUSED).closedAt(ledger.now()));

    assertThat(ledger.attempts())
        .hasSize(2)
        .allSatisfy(attempt -> {
          assertThat(attempt.outcome()).isEqualTo(Outcome.CANCELLED);
          assertThat(attempt.number()).isZero();
        });
    ledger.round();
    ledger.round();
    assertThat(ledger.pendingKeys()).isZero();
  }

  @Test
  void cancelsWhatARemovedEndpointIsStillOwedAndIgnoresTheRest() {
    ledger.endpoint(DESK.closedAt(ManualClock.START.plusSeconds(1)));
    ledger.alert(FIRST);
    ledger.alert(Sample.alert().story("late").at(ManualClock.START.plusSeconds(1)).build());

    assertThat(ledger.orders()).isEmpty();
    assertThat(ledger.attempts())
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo(Outcome.CANCELLED));
    ledger.alert(FIRST);
    ledger.round();
    assertThat(ledger.attempts()).isEmpty();
  }

  @Test
  void cancelsWhatFailsAfterItsEndpointWasRemoved() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    Order order = ledger.order();
    ledger.endpoint(DESK.closedAt(ledger.now().plusMillis(1)));
    ledger.answer(order, 500);

    assertThat(ledger.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Outcome.FAILED, Outcome.CANCELLED);
  }

  @Test
  void waitsBehindOneProbeWhileAnEndpointIsDown() {
    ledger.endpoint(DESK);
    for (int i = 0; i < 40; i++) {
      ledger.alert(alert("story-" + i, 1));
    }
    failAll(500);
    ledger.attempts();

    ledger.pass(Duration.ofSeconds(6));
    Order probe = ledger.order();
    assertThat(probe.number()).isEqualTo(2);
    ledger.answer(probe, 500);
    ledger.pass(Duration.ofSeconds(60));
    assertThat(ledger.orders()).isEmpty();
    ledger.pass(Duration.ofMinutes(5));
    assertThat(ledger.order().delivery()).isEqualTo(probe.delivery());
    assertThat(ledger.attempts()).hasSize(1);
  }

  @Test
  void drainsTheBacklogAtARampWhenAnEndpointIsBack() {
    ledger.endpoint(DESK);
    for (int i = 0; i < 40; i++) {
      ledger.alert(alert("story-" + i, 1));
    }
    failAll(500);
    ledger.pass(Duration.ofSeconds(6));
    ledger.answer(ledger.order(), 200);

    List<Order> two = ledger.orders();
    assertThat(two).hasSize(2);
    two.forEach(order -> ledger.answer(order, 200));
    List<Order> four = ledger.orders();
    assertThat(four).hasSize(4);
    four.forEach(order -> ledger.answer(order, 200));
    int delivered = 7;
    for (List<Order> next = ledger.orders(); !next.isEmpty(); next = ledger.orders()) {
      next.forEach(order -> ledger.answer(order, 200));
      delivered += next.size();
    }
    assertThat(delivered).isEqualTo(40);
  }

  @Test
  void givesUpWhatHasWaitedEightyHoursBehindAProbe() {
    ledger.endpoint(DESK);
    for (int i = 0; i < 30; i++) {
      ledger.alert(alert("story-" + i, 1));
    }
    failAll(500);
    for (int hour = 0; hour < 81; hour++) {
      ledger.pass(Duration.ofHours(1));
      ledger.orders().forEach(order -> ledger.answer(order, 500));
    }

    assertThat(ledger.attempts().stream().filter(a -> a.outcome() == Outcome.DEAD)).hasSize(30);
    assertThat(ledger.deadLetters()).hasSize(30);
    ledger.round();
    ledger.round();
    assertThat(ledger.pendingKeys()).isZero();
  }

  /// Fails orders until no more come.
  private void failAll(int status) {
    for (List<Order> next = ledger.orders(); !next.isEmpty(); next = ledger.orders()) {
      next.forEach(order -> ledger.answer(order, status));
    }
  }

  @Test
  void letsANewerRevisionSupersedeAnOlderOneThatFailed() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.answer(ledger.order(), 500);
    ledger.alert(alert("one", 2));
    ledger.answer(ledger.order(), 200);
    ledger.pass(Duration.ofSeconds(6));

    assertThat(ledger.orders()).isEmpty();
    assertThat(ledger.attempts())
        .extracting(Attempt::alertRevision, Attempt::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, Outcome.FAILED),
            org.assertj.core.groups.Tuple.tuple(2, Outcome.DELIVERED),
            org.assertj.core.groups.Tuple.tuple(1, Outcome.SUPERSEDED));
  }

  @Test
  void sendsEveryRevisionWhileAllIsWell() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.alert(alert("one", 2));
    ledger.alert(alert("one", 3));

    assertThat(ledger.orders()).hasSize(3);
  }

  @Test
  void keepsToTheEndpointsLimits() {
    Policy slow = new Policy(Policy.STANDARD.schedule(), Duration.ofSeconds(15), 5, 2);
    ledger.endpoint(Sample.endpoint().policy(slow).build());
    for (int i = 0; i < 10; i++) {
      ledger.alert(alert("story-" + i, 1));
    }
    assertThat(ledger.orders()).hasSize(1);
    ledger.pass(Duration.ofMillis(499));
    assertThat(ledger.orders()).isEmpty();
    ledger.pass(Duration.ofMillis(1));
    assertThat(ledger.orders()).hasSize(1);
    for (int i = 0; i < 10; i++) {
      ledger.pass(Duration.ofMillis(500));
    }
    assertThat(ledger.orders()).hasSize(3);
  }

  @Test
  void givesUpAtOnceWhatCanNeverBeSent() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.report(ledger.order(), new Report.Result.Unsendable("its body would be too long"));

    assertThat(ledger.attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.outcome()).isEqualTo(Outcome.DEAD);
          assertThat(attempt.detail()).isEqualTo("its body would be too long");
        });
    assertThat(ledger.deadLetters()).hasSize(1);
  }

  @Test
  void doesNotCountWhatWasHandedBackUnsent() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.report(ledger.order(), new Report.Result.Unsent("no lease"));

    assertThat(ledger.order().number()).isEqualTo(1);
    assertThat(ledger.attempts()).isEmpty();
  }

  @Test
  void namesTheReasonOfARefusal() {
    ledger.endpoint(DESK);
    ledger.alert(FIRST);
    ledger.report(
        ledger.order(), new Exchange.Refused("10.0.0.1 is private", Duration.ofMillis(1)));

    assertThat(ledger.attempts().getFirst().detail()).contains("refused", "10.0.0.1 is private");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "null", "[]", "{\"alertId\":\"a\"}", "text"})
  void makesADeadLetterOfAnAlertThatIsNoneAndGoesOn(String poison) {
    ledger.endpoint(DESK);
    ledger.writeRaw(LedgerDriver.WORLD.alerts(), "broken", poison);
    ledger.alert(FIRST);

    DeadLetter letter = ledger.deadLetters().getFirst();
    assertThat(letter.topic()).isEqualTo(LedgerDriver.WORLD.alerts().name());
    assertThat(letter.key()).isEqualTo("broken");
    assertThat(letter.value()).isEqualTo(poison);
    assertThat(letter.reason()).contains("not a");
    assertThat(ledger.orders()).hasSize(1);
  }

  @Test
  void keepsTheLastGoodVersionOfAnEndpointAndSaysSo() {
    ledger.endpoint(DESK);
    ledger.writeRaw(LedgerDriver.WORLD.endpoints(), "desk", "{\"url\": 7");
    ledger.writeRaw(LedgerDriver.WORLD.endpoints(), "desk", null);
    ledger.writeRaw(LedgerDriver.WORLD.endpoints(), "new", "{}");
    ledger.alert(FIRST);

    assertThat(ledger.orders()).hasSize(1);
    assertThat(ledger.globalNotices)
        .extracting(Notice::subject)
        .containsExactly("desk", "desk", "new");
    assertThat(ledger.globalNotices).allMatch(n -> n.kind() == Notice.Kind.ENDPOINT_REFUSED);
    assertThat(ledger.globalNotices.getFirst().message()).contains("last good version");
    assertThat(ledger.globalNotices.getLast().message()).contains("no earlier version");
  }
}
