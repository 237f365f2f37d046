package org.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Watch;

@ExtendWith(BrokerExtension.class)
class TestWorldTest {
  private static final Set<String> PREFIXES = new HashSet<>();
  private static final Set<String> BROKERS = new HashSet<>();

  @BeforeEach
  void create(TestWorld kafka) {
    kafka.createTopics("peace-talks");
    assertThat(PREFIXES.add(kafka.world().prefix())).isTrue();
    BROKERS.add(kafka.bootstrapServers());
    assertThat(BROKERS).hasSize(1);
  }

  @Test
  void readsBackWhatWasWritten(TestWorld kafka) {
    var article = Sample.article().build();
    var topic = kafka.world().articles();
    Instant instant = Instant.parse("2026-01-02T03:04:05Z");
    kafka.write(topic, article.articleId(), article, instant);

    var record = kafka.read(topic).records(1).getFirst();

    assertThat(record.value()).isEqualTo(article);
    assertThat(record.key()).isEqualTo(article.articleId());
    assertThat(record.timestamp()).isEqualTo(instant.toEpochMilli());
    assertThat(record.headers().lastHeader("ce_type").value())
        .asString()
        .isEqualTo("org.parley.article.v1");
  }

  @Test
  void writesToThePartitionNamed(TestWorld kafka) {
    var match = Sample.match().build();

    assertThat(kafka.write(kafka.world().matches(), 3, "en", match).partition()).isEqualTo(3);
    assertThat(kafka.read(kafka.world().matches()).next()).isEqualTo(match);
  }

  @Test
  void restEndsAtTheEndWithoutWaiting(TestWorld kafka) {
    var topic = kafka.world().alertsOf("peace-talks");
    var reader = kafka.read(topic);
    assertThat(reader.rest()).isEmpty();
    for (int revision = 1; revision <= 3; revision++) {
      kafka.write(topic, "key", Sample.alert().revision(revision).build());
    }

    assertThat(reader.rest()).extracting(alert -> alert.revision()).containsExactly(1, 2, 3);
    assertThat(reader.rest()).isEmpty();
  }

  @Test
  void passesOverWhatIsNotWanted(TestWorld kafka) {
    var topic = kafka.world().watches();
    for (String id : List.of("a", "b", "c")) {
      kafka.write(topic, id, Sample.watch().id(id).build());
    }
    var reader = kafka.read(topic);

    assertThat(reader.nextWhere("watch b", watch -> watch.watchId().equals("b")).watchId())
        .isEqualTo("b");
    assertThat(reader.next().watchId()).isEqualTo("c");
  }

  @Test
  void saysWhatCameInsteadOfWhatWasWanted(TestWorld kafka) {
    var topic = kafka.world().watches();
    kafka.write(topic, "a", Sample.watch().id("a").build());

    try (var reader =
        new TopicReader<Watch>(kafka.bootstrapServers(), topic, Duration.ofSeconds(2))) {
      assertThatThrownBy(() -> reader.values(2))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("no 2 records in " + topic.name())
          .hasMessageContaining("a = Watch[watchId=a");
    }
  }

  @Test
  void writesWhatIsNoRecord(TestWorld kafka) {
    var topic = kafka.world().watches();
    kafka.writeRaw(topic, new byte[] {'k'}, new byte[] {'{'});

    var reader = kafka.read(topic);
    assertThatThrownBy(reader::next).isInstanceOf(RecordDeserializationException.class);
  }
}
