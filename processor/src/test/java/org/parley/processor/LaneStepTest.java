package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.ArticleRef;
import org.parley.contract.Match;
import org.parley.contract.Member.Relation;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.Placement;
import org.parley.processor.story.StoryLane;
import org.parley.testkit.Sample;

class LaneStepTest {
  private final KeyValueStore<String, LaneRecord> records = store();
  private final LaneStep step = new LaneStep(StoryLane.Retention.STANDARD, new Tally());
  private final Match match = Sample.match().build();

  @SuppressWarnings("NullAway.Init")
  private MockProcessorContext<String, Placement> context;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), stateDir.toFile());
    context.setCurrentSystemTimeMs(match.article().fetchedAt().toEpochMilli());
    records.init(context.getStateStoreContext(), records);
    step.init(context);
  }

  private static KeyValueStore<String, LaneRecord> store() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(LaneStep.STORE), Serdes.String(), StreamsLaneStore.serde())
        .withLoggingDisabled()
        .build();
  }

  private static Record<String, Match> record(Match match) {
    return new Record<>(match.language(), match, match.article().fetchedAt().toEpochMilli());
  }

  private List<? extends Placement> placed() {
    return context.forwarded().stream().map(forwarded -> forwarded.record().value()).toList();
  }

  /// Kafka Streams begins a task again on the same processor object when a transaction was aborted,
  /// with what its stores held before that transaction.
  @Test
  void forgetsWhatAnAbortedTransactionHadDecided() {
    step.process(record(match));
    empty(records);
    step.init(context);
    step.process(record(match));

    assertThat(placed())
        .extracting(Placement::relation)
        .containsExactly(Relation.OPENER, Relation.OPENER);
  }

  /// The log is a public topic. What the lane took in could not be taken back, and other articles
  /// of the same event would stumble over it.
  @Test
  void refusesAnArticleThatItHasNoRoomForBeforeItTakesItIn() {
    ArticleRef article = match.article();
    ArticleRef endless =
        new ArticleRef(
            "x".repeat(101),
            1,
            article.origin(),
            article.source(),
            null,
            null,
            null,
            null,
            article.fetchedAt());

    assertThatThrownBy(() -> step.process(record(Sample.match().of(endless).build())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 101 bytes, 100 at most");
    step.process(record(match));

    assertThat(placed())
        .extracting(placed -> placed.story().eventId())
        .containsExactly(article.articleId());
  }

  private static void empty(KeyValueStore<String, ?> store) {
    try (var entries = store.all()) {
      entries.forEachRemaining(entry -> store.delete(entry.key));
    }
  }
}
