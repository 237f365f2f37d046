package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
  private static final long NOW = 1_000_000;

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
  private final CommitPace pace = new CommitPace(context);

  @BeforeEach
  void setTime() {
    context.setCurrentSystemTimeMs(NOW);
  }

  private boolean commitsAtTheNextTick() {
    context.resetCommit();
    context.scheduledPunctuators().forEach(each -> each.getPunctuator().punctuate(NOW));
    return context.committed();
  }

  @Test
  void commitsSoonWhatIsNewAndOnce() {
    pace.processed(NOW - 10);

    assertThat(commitsAtTheNextTick()).isTrue();
    assertThat(commitsAtTheNextTick()).isFalse();
  }

  @Test
  void leavesABacklogToTheInterval() {
    pace.processed(NOW - 1_500);

    assertThat(commitsAtTheNextTick()).isFalse();
  }

  @Test
  void commitsSoonWhatCameWithABacklog() {
    pace.processed(NOW - 1_500);
    pace.processed(NOW - 10);
    pace.processed(NOW - 1_500);

    assertThat(commitsAtTheNextTick()).isTrue();
  }
}
