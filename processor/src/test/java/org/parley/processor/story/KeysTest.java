package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.parley.processor.Prose;

class KeysTest {
  @Test
  void filesMoreOfTheBeginningThanOfTheMiddle() {
    Body whole = AlignmentTest.body(Prose.of(1, 1200));
    Body beginning = AlignmentTest.body(Prose.of(1, 80));

    int[] all = Keys.filed(whole);
    long ofBeginning =
        Arrays.stream(Keys.filed(beginning)).filter(key -> contains(all, key)).count();

    assertThat(all.length).isLessThan(whole.shingles().length / 8);
    assertThat(ofBeginning).isGreaterThan(10);
  }

  @Test
  void asksForAllThatIsFiled() {
    int[] filed = Keys.filed(AlignmentTest.body(Prose.of(1, 400)));

    assertThat(filed).isNotEmpty();
    assertThat(Arrays.stream(filed).allMatch(Keys::isAsked)).isTrue();
  }

  private static boolean contains(int[] sorted, int key) {
    return Arrays.binarySearch(sorted, key) >= 0;
  }
}
