package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
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
  @TempDir Path stateDir;

  private static KeyValueStore<String, LaneRecord> store() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(LaneStep.STORE), Serdes.String(), StreamsLaneStore.serde())
        .withLoggingDisabled()
        .build();
  }

  /// Kafka Streams begins a task again on the same processor object when a transaction was aborted,
  /// with what its stores held before that transaction.
  @Test
  void forgetsWhatAnAbortedTransactionHadDecided() {
    var context =
        new MockProcessorContext<String, Placement>(
            new Properties(), new TaskId(0, 0), stateDir.toFile());
    KeyValueStore<String, LaneRecord> records = store();
    records.init(context.getStateStoreContext(), records);
    LaneStep step = new LaneStep(StoryLane.Retention.STANDARD, new Tally());
    Match match = Sample.match().build();
    Record<String, Match> record = record(match);

    step.init(context);
    step.process(record);
    empty(records);
    step.init(context);
    step.process(record);

    assertThat(context.forwarded())
        .extracting(forwarded -> forwarded.record().value().relation())
        .containsExactly(Relation.OPENER, Relation.OPENER);
  }

  /// The log is a public topic. What the lane took in could not be taken back, and other articles
  /// of the same event would stumble over it.
  @Test
  void refusesAnArticleThatItHasNoRoomForBeforeItTakesItIn() {
    var context =
        new MockProcessorContext<String, Placement>(
            new Properties(), new TaskId(0, 0), stateDir.toFile());
    KeyValueStore<String, LaneRecord> records = store();
    records.init(context.getStateStoreContext(), records);
    LaneStep step = new LaneStep(StoryLane.Retention.STANDARD, new Tally());
    step.init(context);
    Match match = Sample.match().build();
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

    assertThat(context.forwarded())
        .extracting(forwarded -> forwarded.record().value().story().eventId())
        .containsExactly(article.articleId());
  }

  private static Record<String, Match> record(Match match) {
    return new Record<>(match.language(), match, match.article().fetchedAt().toEpochMilli());
  }

  private static void empty(KeyValueStore<String, ?> store) {
    try (var entries = store.all()) {
      entries.forEachRemaining(entry -> store.delete(entry.key));
    }
  }
}
