package org.parley.processor.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.Fingerprint;
import org.parley.processor.Prose;

class FingerprinterTest {
  private final Fingerprinter fingerprinter = new Fingerprinter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          The Envoy’s "new" plan – a draft | the envoy's new plan, a draft
          Talks in KIEV on Monday          | talks in Kyiv on monday
          Präsident Erdoğan reist ab       | prasident erdogan reist ab
          some 1,160 troops left           | some 1160 troops left
          ten per­cent of ﬁve              | ten percent of five
          ten % of them                    | ten percent of them
          عربي نصّ هنا الآن                  | عربي نص هنا الآن
          ５ delegates arrived today        | 5 delegates arrived today
          """)
  void readsTheSameWordsWhateverTheSiteMakesOfThem(String one, String other) {
    assertThat(fingerprinter.of(one, 0)).isEqualTo(fingerprinter.of(other, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "the talks failed,the talks failed again",
    "one two three,three two one",
    "a b c d,a b d c"
  })
  void tellsOtherTextsApart(String one, String other) {
    assertThat(fingerprinter.of(one, 0).shingles())
        .isNotEqualTo(fingerprinter.of(other, 0).shingles());
  }

  @Test
  void leavesTheHeadlineOut() {
    String body = Prose.of(1, 50);
    assertThat(fingerprinter.of("One headline\n\n" + body, 14))
        .isEqualTo(fingerprinter.of("Another\n\n" + body, 9));
  }

  @Test
  void knowsATextWithHardlyAnyBodyByItsHeadline() {
    assertThat(fingerprinter.of("Talks begin\n\nMore soon", 13))
        .isNotEqualTo(fingerprinter.of("Talks end in failure\n\nMore soon", 22));
    assertThat(fingerprinter.of("Talks begin", 11)).isNotEqualTo(Fingerprint.EMPTY);
  }

  @Test
  void findsNothingInATextWithoutWords() {
    assertThat(fingerprinter.of(" — …", 0)).isEqualTo(Fingerprint.EMPTY);
  }

  @Test
  void takesEachIdeographForAWord() {
    assertThat(fingerprinter.of("和平谈判", 0).shingleHashes()).hasSize(2);
  }

  @Test
  void keepsTheNumbersApart() {
    Fingerprint fingerprint = fingerprinter.of("On 3 May 1,160 troops and 42 drones, 42 in all", 0);
    assertThat(fingerprint.numberHashes()).hasSize(3);
  }

  @Test
  void thinsAVeryLongTextToABoundedRecord() {
    Fingerprint whole = fingerprinter.of(Prose.of(1, 30_000), 0);

    assertThat(whole.sampling()).isEqualTo(8);
    assertThat(whole.shingleHashes().length).isBetween(2000, Fingerprinter.MAX_SHINGLES);
  }

  @Test
  void neverChangesItsHash() {
    // Stored fingerprints would no longer compare with new ones.
    assertThat(fingerprinter.of("peace talks resume on 3 May", 0))
        .isEqualTo(new Fingerprint("myxjg7ImgiUtDLfEasNHGQ", "VfXqug", 1));
  }
}
