package org.parley.processor.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {
  private final Vocabulary vocabulary = new Vocabulary();

  @Test
  void knowsAWordAsItselfAndAsEachOfItsStems() {
    int word = vocabulary.add("negotiator");
    int longStem = vocabulary.add("negotiat*");
    int shortStem = vocabulary.add("neg*");

    int found = find("Negotiator");

    assertThat(found).isEqualTo(word);
    assertThat(vocabulary.is(found, longStem)).isTrue();
    assertThat(vocabulary.is(found, shortStem)).isTrue();
    assertThat(vocabulary.is(find("negotiated"), word)).isFalse();
    assertThat(find("negotiated")).isEqualTo(longStem);
    assertThat(find("neglect")).isEqualTo(shortStem);
  }

  @Test
  void doesNotDependOnTheOrderOfEntries() {
    int shortStem = vocabulary.add("neg*");
    int longStem = vocabulary.add("negotiat*");
    int word = vocabulary.add("negotiat");

    assertThat(vocabulary.is(word, longStem)).isTrue();
    assertThat(vocabulary.is(longStem, shortStem)).isTrue();
    assertThat(vocabulary.is(shortStem, longStem)).isFalse();
    assertThat(find("negotiat")).isEqualTo(word);
  }

  @Test
  void takesAStemForAWordOfItsOwnLength() {
    int stem = vocabulary.add("talk*");

    assertThat(find("talk")).isEqualTo(stem);
    assertThat(find("tal")).isEqualTo(Vocabulary.NONE);
  }

  private int find(String word) {
    return vocabulary.find(word, 0, word.length(), false);
  }
}
