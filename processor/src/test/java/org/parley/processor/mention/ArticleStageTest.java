package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;

class ArticleStageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proposed|proposed",
        "underway proposed|underway",
        "general refused refused|refused",
        "general refused refused general|general",
        "underway refused collapsed|underway",
        "proposed underway underway|underway",
        "general refused refused refused|refused"
      })
  void isThatOfMostMentionsTheFirstCountedTwice(String stages, String expected) {
    List<Mention> mentions =
        Arrays.stream(stages.split(" ")).map(ArticleStageTest::mention).toList();

    assertThat(ArticleStage.of(mentions)).isEqualTo(Stage.of(expected));
  }

  private static Mention mention(String stage) {
    Span span = new Span(0, 1);
    return new Mention(
        "test",
        span,
        null,
        span,
        "q",
        0,
        Stage.of(stage),
        1,
        false,
        List.of(),
        List.of(),
        null,
        null,
        Mention.Claim.PLAIN,
        new Mention.Evidence("strong", "q", null, List.of(), List.of(), List.of()));
  }
}
