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

  @Test
  void knowsAWordWithItsArticleAsTheWordWithoutIt() {
    Vocabulary arabic = new Vocabulary(Affixes.ARABIC);
    int bare = arabic.add("جيش");
    int word = arabic.add("الجيش");

    assertThat(arabic.find("الجيش", 0, 5, false)).isEqualTo(word);
    assertThat(arabic.is(word, bare)).isTrue();
    assertThat(arabic.is(arabic.find("جيش", 0, 3, false), word)).isFalse();
  }

  @Test
  void prefersAStemToTheWordWithoutItsArticle() {
    Vocabulary hebrew = new Vocabulary(Affixes.HEBREW);
    int bombs = hebrew.add("פצצות");
    int bombings = hebrew.add("הפצצות");
    int bomb = hebrew.add("הפצצ*");

    assertThat(hebrew.is(bombings, bomb)).isTrue();
    assertThat(hebrew.is(bombings, bombs)).isFalse();
  }

  private int find(String word) {
    return vocabulary.find(word, 0, word.length(), false);
  }
}
