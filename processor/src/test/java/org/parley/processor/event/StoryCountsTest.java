package org.parley.processor.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.processor.fingerprint.Wording;

class StoryCountsTest {
  private static Terms terms(int... codes) {
    return Terms.of(new Wording(codes, 0, new int[] {codes.length}, 1));
  }

  @Test
  void countsStoriesAndNotHowOftenTheySayAWord() {
    StoryCounts counts = new StoryCounts();

    counts.add(terms(0, 7, 7, 7));
    counts.add(terms(7, 8));

    assertThat(counts.stories()).isEqualTo(2);
    assertThat(counts.of(7)).isEqualTo(2);
    assertThat(counts.of(0)).isEqualTo(1);
    assertThat(counts.of(9)).isZero();
  }

  @Test
  void countsWhatIsThereAfterManyHaveLeft() {
    Random random = new Random(3);
    StoryCounts counts = new StoryCounts();
    Deque<int[]> there = new ArrayDeque<>();
    for (int i = 0; i < 3000; i++) {
      int[] codes = random.ints(20, i, i + 500).toArray();
      there.add(codes);
      counts.add(terms(codes));
      if (there.size() > 100) {
        counts.subtract(terms(there.remove()));
      }
    }

    Map<Integer, Integer> expected = new HashMap<>();
    List<Integer> all = new ArrayList<>();
    there.forEach(codes -> java.util.Arrays.stream(codes).distinct().forEach(all::add));
    all.forEach(word -> expected.merge(word, 1, Integer::sum));
    for (int word = 0; word < 3600; word++) {
      assertThat(counts.of(word)).isEqualTo(expected.getOrDefault(word, 0));
    }
  }

  @Test
  void refusesToForgetWhatItNeverCounted() {
    assertThatThrownBy(() -> new StoryCounts().subtract(terms(5)))
        .isInstanceOf(IllegalStateException.class);
  }
}
