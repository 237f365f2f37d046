package org.parley.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {
  @Test
  void starts() {
    for (int i = 0; i < 4; i++) {
      long begin = System.nanoTime();
      try (var broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral())) {
        System.err.println("start " + (System.nanoTime() - begin) / 1_000_000);
        assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        begin = System.nanoTime();
      }
      System.err.println("stop " + (System.nanoTime() - begin) / 1_000_000);
    }
  }
}
