package org.parley.ingest.publish;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.SourceState;
import org.parley.contract.topic.Topics;
import org.parley.contract.topic.World;
import org.parley.testkit.ManualClock;

class SourcePublisherTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ManualClock clock = ManualClock.create();

  @Test
  void saysOnOneLineThatTheBrokerWentAwayBeforeTheCommit() {
    World world = World.live("gone");
    try (var broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral())) {
      Map<String, String> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (Admin admin = Admin.create(Map.<String, Object>copyOf(client))) {
        new Topics(admin, Duration.ofSeconds(60)).create(world.topics());
      }
      var to = new SourcePublisher.Kafka(world, client, LIMIT, clock);
      SourcePublisher publisher = SourcePublisher.ofCorpus(to, "corpus");
      assertThatThrownBy(() ->
              publisher.transact(
                  "a.txt",
                  transaction -> {
                    transaction.state(state());
                    broker.close();
                  }))
          .isInstanceOf(PublishException.class)
          .hasMessageContaining("a.txt")
          .hasMessageContaining("no answer from Kafka");
      publisher.abandon();
    }
  }

  private SourceState state() {
    return new SourceState(
        "corpus", "corpus", "a.txt", "0".repeat(64), null, 0, null, clock.instant());
  }
}
