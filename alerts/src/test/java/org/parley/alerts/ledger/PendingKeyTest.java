package org.parley.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PendingKeyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void ordersAnEndpointsKeysByTimeAndKeepsEndpointsApart() {
    List<String> inOrder =
        List.of(
            PendingKey.firstDue(),
            PendingKey.firstDue("a"),
            PendingKey.due("a", NOON, "ff"),
            PendingKey.due("a", NOON.plusMillis(1), "00"),
            PendingKey.lastDue("a"),
            PendingKey.due("a-", NOON.minusSeconds(9), "00"),
            PendingKey.due("a0", NOON.minusSeconds(9), "00"),
            PendingKey.due("aa", NOON.minusSeconds(9), "00"),
            PendingKey.due("b", NOON, "00"),
            PendingKey.lastDue(),
            PendingKey.of("a", "00"));
    List<String> shuffled = new ArrayList<>(inOrder);
    long seed = System.nanoTime();
    System.out.println("PendingKeyTest seed " + seed);
    Collections.shuffle(shuffled, new Random(seed));
    Collections.sort(shuffled);

    assertThat(shuffled).isEqualTo(inOrder);
  }

  @Test
  void comesApartAgain() {
    String key = PendingKey.due("desk-1", NOON, "0a1b");

    assertThat(PendingKey.endpointOf(key)).isEqualTo("desk-1");
    assertThat(PendingKey.dueOf(key)).isEqualTo(NOON);
    assertThat(PendingKey.deliveryOf(key)).isEqualTo("0a1b");
    assertThat(PendingKey.isPending(key)).isFalse();
    assertThat(PendingKey.isPending(PendingKey.of("desk-1", "0a1b"))).isTrue();
    assertThat(PendingKey.after(key)).isGreaterThan(key).isLessThan(key + "0");
  }
}
