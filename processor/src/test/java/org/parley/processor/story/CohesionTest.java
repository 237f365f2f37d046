package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CohesionTest {
  private static final boolean[] IN = {true, true, true, false, false, false};
  private static final boolean[] NO_FRAME = new boolean[6];

  @Test
  void isNoneWhenNoWordIsInBothParts() {
    assertThat(Cohesion.of(new int[] {1, 2, 3, 4, 5, 6}, NO_FRAME, IN, _ -> 1)).isZero();
  }

  @Test
  void isWholeWhenTheWordsAreTheSame() {
    assertThat(Cohesion.of(new int[] {1, 2, 3, 3, 2, 1}, NO_FRAME, IN, _ -> 1)).isEqualTo(1);
  }

  @Test
  void countsRareWordsMore() {
    int[] words = {1, 2, 3, 1, 4, 5};

    double common = Cohesion.of(words, NO_FRAME, IN, word -> word == 1 ? .1 : 1);
    double rare = Cohesion.of(words, NO_FRAME, IN, word -> word == 1 ? 5 : 1);

    assertThat(rare).isGreaterThan(common);
  }

  @Test
  void leavesOutASitesOwnWords() {
    boolean[] frame = {true, false, false, true, false, false};

    assertThat(Cohesion.of(new int[] {1, 2, 3, 1, 4, 5}, frame, IN, _ -> 1)).isZero();
  }
}
