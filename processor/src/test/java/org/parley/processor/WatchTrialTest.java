package org.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.processor.watch.InvalidWatchException;
import org.parley.testkit.Sample;

class WatchTrialTest {
  @Test
  void saysWhichWatchesWantAnArticleAndByWhichMentions() {
    var refused = Sample.watch().id("refused").stages(Stage.REFUSED).build();
    var agreed = Sample.watch().id("agreed").stages(Stage.AGREEMENT).build();
    try (var trial = WatchTrial.of(List.of(refused, agreed), new WordReading())) {
      var answer = trial.ask(Sample.article().text("proposed, then refused").build());
      assertThat(answer.mentions()).extracting(Mention::stage).contains(Stage.PROPOSED);
      assertThat(answer.speaksOf(Mention.PEACE_TALKS)).isTrue();
      assertThat(answer.wanted()).containsOnlyKeys("refused");
      assertThat(answer.wanted().get("refused"))
          .extracting(Mention::stage)
          .containsExactly(Stage.REFUSED);
    }
  }

  @Test
  void anArticleThatSpeaksOfNothingIsWantedByNobody() {
    try (var trial = WatchTrial.of(List.of(Sample.watch().build()), new WordReading())) {
      var answer = trial.ask(Sample.article().text("It rained.").build());
      assertThat(answer.speaksOf(Mention.PEACE_TALKS)).isFalse();
      assertThat(answer.wanted()).isEmpty();
    }
  }

  @Test
  void refusesAWatchThatCannotBeFollowed() {
    var broken = Sample.watch().query("grain AND (").build();
    assertThatThrownBy(() -> WatchTrial.of(List.of(broken), new WordReading()))
        .isInstanceOf(InvalidWatchException.class);
  }
}
