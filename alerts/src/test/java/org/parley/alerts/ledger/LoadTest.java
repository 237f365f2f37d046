package org.parley.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.alerts.delivery.Breaker;
import org.parley.alerts.delivery.Order;
import org.parley.contract.Endpoint;
import org.parley.testkit.Sample;

/// What the ledger says of the work before it.
class LoadTest {
  private static final Endpoint DESK = Sample.endpoint().id("desk").build();

  @TempDir Path dir;
  private LedgerDriver ledger;

  @BeforeEach
  void start() {
    ledger = new LedgerDriver(dir);
    ledger.endpoint(DESK);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  /// As of the next second.
  private @Nullable Load load() {
    for (int round = 0; round < 12; round++) {
      ledger.round();
    }
    return ledger.progress.loads().get(DESK.endpointId());
  }

  private void alerts(int count) {
    for (int story = 0; story < count; story++) {
      String id = "story-" + story;
      ledger.alert(Sample.alert().story(id).revision(1).at(ledger.now()).build());
    }
  }

  /// Answers orders until that many are, or no more come.
  private void answer(int status, int most) {
    int answered = 0;
    for (List<Order> orders = ledger.orders(); !orders.isEmpty(); orders = ledger.orders()) {
      for (Order order : orders) {
        if (answered++ < most) {
          ledger.answer(order, status);
        }
      }
    }
  }

  @Test
  void countsWhatIsPendingUntilItHasEnded() {
    alerts(40);
    assertThat(load()).isNotNull().extracting(Load::pending).isEqualTo(40);
    answer(204, 40);
    assertThat(load()).isNull();
  }

  @Test
  void knowsSinceWhenTheOldestWaitsThoughItWasTriedAgain() {
    var since = ledger.now();
    alerts(1);
    ledger.pass(Duration.ofSeconds(1));
    ledger.answer(ledger.order(), 500);
    assertThat(load())
        .isNotNull()
        .satisfies(load -> {
          assertThat(load.oldest()).isEqualTo(since);
          assertThat(load.pending()).isEqualTo(1);
          assertThat(load.out()).isZero();
        });
  }

  @Test
  void saysWhenOnlyAProbeIsTried() {
    alerts(20);
    assertThat(load()).isNotNull().extracting(Load::breakerOpen).isEqualTo(false);
    answer(503, Breaker.THRESHOLD);
    assertThat(load())
        .isNotNull()
        .satisfies(load -> {
          assertThat(load.breakerOpen()).isTrue();
          assertThat(load.pending()).isEqualTo(20);
        });
  }

  @Test
  void tellsHowLongADeliveredAlertTook() {
    alerts(1);
    ledger.pass(Duration.ofSeconds(3));
    ledger.answer(ledger.order(), 204);
    assertThat(ledger.latencies).containsExactly(Duration.ofSeconds(3));
  }
}
