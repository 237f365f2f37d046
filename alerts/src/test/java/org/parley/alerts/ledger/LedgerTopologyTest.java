package org.parley.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parley.contract.LatencyListener;
import org.parley.testkit.ManualClock;

class LedgerTopologyTest {
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("parley.root", ".."), "alerts/src/test/resources/golden/topology.txt");

  @Test
  void isWiredAsItsUsersStateExpects() throws IOException {
    var setup =
        new LedgerSetup(
            LedgerDriver.WORLD,
            new Endpoints(),
            new Progress(),
            new FakeCourier(),
            ManualClock.create(),
            () -> 0,
            Duration.ofSeconds(10),
            LedgerConfig.COMMIT_INTERVAL,
            notice -> {},
            attempt -> {},
            LatencyListener.NONE);
    String described =
        LedgerTopology.build(setup, LedgerDriver.config(Path.of("state"))).describe().toString();
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, described);
    }

    assertThat(described)
        .as("%s; if the change is meant, write it anew with -Dparley.golden=write", GOLDEN)
        .isEqualTo(Files.readString(GOLDEN));
  }
}
