package org.parley.processor.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.contract.Fingerprint;
import org.parley.processor.Prose;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.processor.fingerprint.Wording;

class TermsTest {
  private static final Fingerprinter FINGERPRINTER = new Fingerprinter();

  private static Terms terms(String text) {
    return Terms.of(Wording.of(FINGERPRINTER.of(text, 0, "en").fingerprint()));
  }

  @Test
  void hasEachWordOnceInTheOrderOfTheText() {
    Terms terms = terms("Talks about talks about peace");

    assertThat(terms.size()).isEqualTo(3);
    assertThat(terms.place(0)).isZero();
    assertThat(terms.place(2)).isEqualTo(4);
    assertThat(terms.at(4)).isEqualTo(terms.word(2));
  }

  @Test
  void weighsNamesNumbersAndRepeatedWordsMore() {
    Terms terms = terms("they met in Geneva and they left on 12 more");

    double plain = terms.weight(1);
    assertThat(terms.weight(3)).as("Geneva").isEqualTo(2 * plain);
    assertThat(terms.weight(0)).as("they").isBetween(plain, 2 * plain);
    assertThat(terms.weight(7)).as("12").isEqualTo(3 * plain);
  }

  @Test
  void weighsTheLeadMore() {
    Terms terms = terms("lead " + Prose.of(1, 80) + " end");

    assertThat(terms.weight(0)).isGreaterThan(2 * terms.weight(terms.size() - 1));
  }

  @Test
  void takesAWordForTheSameWhereItIsWrittenWithACapital() {
    int[] codes = {Fingerprint.NAME | 5, 6, 5};
    Terms terms = Terms.of(new Wording(codes, 0, new int[] {3}, 1));

    assertThat(terms.size()).isEqualTo(2);
    assertThat(terms.word(0)).isEqualTo(5);
  }

  @Test
  void readsNoMoreOfALongTextThanItsBeginning() {
    int[] codes = java.util.stream.IntStream.range(0, 5000).toArray();

    assertThat(Terms.of(new Wording(codes, 0, new int[] {5000}, 1)).size()).isEqualTo(1000);
  }
}
