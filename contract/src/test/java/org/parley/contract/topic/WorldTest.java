package org.parley.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
  private static final long DAY = 24L * 60 * 60 * 1000;

  private final World live = World.live("parley");
  private final World replay = World.replay("parley-replay");

  @ParameterizedTest
  @CsvSource({
    "articles,     4, delete,  30",
    "sources,      4, compact,",
    "feeds,        1, compact,",
    "watches,      1, compact,",
    "matches,      4, delete,  30",
    "stories,      4, compact,",
    "members,      4, delete,  30",
    "alerts,       4, delete,  30",
    "endpoints,    1, compact,",
    "attempts,     4, delete,  30",
    "notices,      1, delete,  30",
    "dead-letters, 1, delete,  90",
    "alerts.w,     1, delete,  30",
  })
  void hasTheTopicsOfTheContract(String name, int partitions, String cleanup, Integer days) {
    Topic<?> topic = named(live, "parley." + name);

    assertThat(topic.partitions()).isEqualTo(partitions);
    assertThat(topic.settings())
        .isEqualTo(
            days == null
                ? Map.of("cleanup.policy", cleanup, "max.message.bytes", "8388608")
                : Map.of(
                    "cleanup.policy",
                    cleanup,
                    "max.message.bytes",
                    "8388608",
                    "retention.ms",
                    String.valueOf(days * DAY)));
    assertThat(topic.toNewTopic().replicationFactor()).isEqualTo((short) -1);
  }

  @Test
  void hasNoOtherTopics() {
    assertThat(live.topics()).hasSize(12).extracting(Topic::name).doesNotHaveDuplicates();
  }

  @Test
  void forgetsNothingAndHasOnePartitionEachInAReplay() {
    assertThat(all(replay)).allMatch(topic -> topic.partitions() == 1);
    assertThat(all(replay).filter(topic -> topic.settings().containsKey("retention.ms")))
        .hasSize(8)
        .allMatch(topic -> "-1".equals(topic.settings().get("retention.ms")));
    assertThat(all(replay)).allMatch(topic -> topic.name().startsWith("parley-replay."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Parley", "a b", ".a", "a/b", "ä"})
  void refusesAPrefixThatIsNoTopicName(String prefix) {
    assertThatThrownBy(() -> World.live(prefix)).hasMessageContaining("prefix '" + prefix + "'");
  }

  @Test
  void keepsTheLongestNameWithinWhatKafkaAllows() {
    assertThat(World.live("p".repeat(81)).alertsOf("w".repeat(100)).name().length())
        .isLessThanOrEqualTo(249);
  }

  private static Stream<Topic<?>> all(World world) {
    return Stream.concat(world.topics().stream(), Stream.of(world.alertsOf("w")));
  }

  private static Topic<?> named(World world, String name) {
    return all(world).filter(topic -> topic.name().equals(name)).findFirst().orElseThrow();
  }
}
