package org.parley.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.app.trial.TrialResult.Verdict;
import org.parley.contract.Mention;

class TrialResultTest {
  private static TrialResult of(
      int articles, int speaking, int matched, Map<String, Integer> rest) {
    return new TrialResult(
        "w",
        Mention.PEACE_TALKS,
        "the corpus",
        articles,
        speaking,
        matched,
        new TreeMap<>(),
        new TreeMap<>(rest));
  }

  @Test
  void aWatchThatFindsSomethingMatched() {
    assertThat(of(5, 4, 3, Map.of()).verdict()).isEqualTo(Verdict.MATCHED);
    assertThat(of(5, 4, 3, Map.of()).text()).isEqualTo("watch w matches 3 of 5 articles");
  }

  @Test
  void aWatchThatFindsNothingIsToldWhichPartHoldsItBack() {
    TrialResult result = of(5, 4, 0, Map.of("stages", 2, "languages", 0));
    assertThat(result.verdict()).isEqualTo(Verdict.MATCHED_NOTHING);
    assertThat(result.text())
        .contains("matches nothing", "4 of 5 articles speak of peace-talks", "without stages: 2")
        .doesNotContain("languages");
  }

  @Test
  void aCorpusInWhichNothingCanBeFoundIsAnotherThing() {
    assertThat(of(5, 0, 0, Map.of()).verdict()).isEqualTo(Verdict.NOTHING_TO_MATCH);
    assertThat(of(5, 0, 0, Map.of()).text()).contains("none of 5 articles speaks of peace-talks");
    assertThat(of(0, 0, 0, Map.of()).text()).contains("no article");
  }

  @Test
  void aWatchOfTextAloneHasSomethingToMatchWhereverThereIsAnArticle() {
    var result =
        new TrialResult("w", null, "the corpus", 2, 2, 0, new TreeMap<>(), new TreeMap<>());
    assertThat(result.verdict()).isEqualTo(Verdict.MATCHED_NOTHING);
    assertThat(result.text()).contains("none of 2 articles passes");
  }
}
