package org.parley.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
  private final List<String> forgiven = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1, 3", "4, 3", "10, 6", "1000, 20"})
  void isThereWhenMostHostsFailInARow(int hosts, int enough) {
    var outage = new Outage(() -> hosts);
    for (int i = 1; i < enough; i++) {
      assertThat(unreachable(outage, "host" + i).out()).isFalse();
    }
    Outage.Finding finding = unreachable(outage, "host" + enough);
    assertThat(finding.out()).isTrue();
    assertThat(finding.began()).isTrue();
    finding.forgive().forEach(Runnable::run);
    assertThat(forgiven).hasSize(enough).contains("host1", "host" + enough);
    assertThat(unreachable(outage, "another"))
        .isEqualTo(new Outage.Finding(true, false, List.of()));
  }

  @Test
  void isNotSeenInOneHostThatFailsAgainAndAgain() {
    var outage = new Outage(() -> 2);
    for (int i = 0; i < 100; i++) {
      assertThat(unreachable(outage, "dead").out()).isFalse();
    }
  }

  @Test
  void isNotThereWhileAnyHostAnswersInBetween() {
    var outage = new Outage(() -> 4);
    for (int i = 0; i < 100; i++) {
      assertThat(unreachable(outage, "a" + i).out()).isFalse();
      assertThat(unreachable(outage, "b" + i).out()).isFalse();
      assertThat(outage.answered()).isFalse();
    }
  }

  @Test
  void endsWithTheFirstAnswer() {
    var outage = new Outage(() -> 3);
    for (String host : List.of("a", "b", "c")) {
      unreachable(outage, host);
    }
    assertThat(outage.isOut()).isTrue();
    assertThat(outage.answered()).isTrue();
    assertThat(outage.answered()).isFalse();
    assertThat(unreachable(outage, "a").out()).isFalse();
  }

  private Outage.Finding unreachable(Outage outage, String host) {
    return outage.unreachable(host, () -> forgiven.add(host));
  }
}
