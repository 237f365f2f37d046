package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Alert;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.Topics;

/// The contract's topics on a real broker.
@ExtendWith(BrokerExtension.class)
class TopicsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void areServedOnceCreated(TestWorld kafka) throws Exception {
    var topics = new Topics(kafka.admin(), LIMIT);
    for (int i = 0; i < 20; i++) {
      Topic<Alert> topic = kafka.world().alertsOf("watch-" + i);

      assertThat(topics.create(List.of(topic))).containsExactly(topic.name());
      kafka.admin().describeTopics(List.of(topic.name())).allTopicNames().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void thoseThatAreThereAreLeftAsTheyAre(TestWorld kafka) {
    var topics = new Topics(kafka.admin(), LIMIT);
    Topic<?> alerts = kafka.world().alerts();
    topics.create(List.of(alerts));

    assertThat(topics.create(List.of(alerts, kafka.world().watches())))
        .containsExactly(kafka.world().watches().name());
  }

  @Test
  void theOneThatTheBrokerRefusesIsNamed(TestWorld kafka) {
    Topic<Alert> sound = kafka.world().alerts();
    var refused =
        new Topic<>(sound.name(), sound.value(), sound.type(), 1, Map.of("cleanup.policy", "burn"));

    assertThatThrownBy(() -> new Topics(kafka.admin(), LIMIT).create(List.of(refused)))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("cannot create topic " + sound.name())
        .hasMessageContaining("cleanup.policy");
  }
}
