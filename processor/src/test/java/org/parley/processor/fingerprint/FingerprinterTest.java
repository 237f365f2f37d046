package org.parley.processor.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    assertThat(words(of(one))).isEqualTo(words(of(other)));
  }

  @ParameterizedTest
  @CsvSource({
    "the talks failed,the talks failed again",
    "one two three,three two one",
    "a b c d,a b d c"
  })
  void tellsOtherTextsApart(String one, String other) {
    assertThat(shingles(of(one))).isNotEqualTo(shingles(of(other)));
  }

  @Test
  void leavesTheHeadlineOut() {
    String body = Prose.of(1, 50);
    Fingerprint one = of("One headline\n\n" + body, 14);
    assertThat(one.titleWords()).isEqualTo(2);
    assertThat(shingles(one)).isEqualTo(shingles(of("Another\n\n" + body, 9)));
  }

  @Test
  void knowsATextWithHardlyAnyBodyByItsHeadline() {
    assertThat(shingles(of("Talks begin\n\nMore soon", 13)))
        .isNotEqualTo(shingles(of("Talks end in failure\n\nMore soon", 22)));
    assertThat(shingles(of("Talks begin", 11))).hasSize(1);
  }

  @Test
  void findsNothingInATextWithoutWords() {
    assertThat(of(" — …")).isEqualTo(Fingerprint.EMPTY);
  }

  @Test
  void takesEachIdeographForAWord() {
    assertThat(shingles(of("和平谈判"))).hasSize(2);
  }

  @Test
  void marksNumericWords() {
    Fingerprint print = of("On 3 May 1,160 troops and 42 drones, 42 in all");
    assertThat(Wording.of(print).numbers()).hasSize(4);
  }

  @Test
  void tellsWhereItsSentencesStand() {
    String text = "Envoys met.\n\n — \n\n Talks go on, they say.";
    Fingerprinter.Print print = fingerprinter.of(text, 0, "en");

    assertThat(print.fingerprint().sentences()).containsExactly(2, 5);
    assertThat(print.sentences())
        .extracting(span -> span.of(text))
        .containsExactly("Envoys met.", "Talks go on, they say.");
  }

  @Test
  void thinsAVeryLongTextSentenceBySentence() {
    String start = IntStream.range(0, 3000).mapToObj(i -> Prose.of(i, 11)).collect(sentences());
    String end = IntStream.range(3000, 3200).mapToObj(i -> Prose.of(i, 11)).collect(sentences());
    Fingerprint whole = of(start + end);
    Fingerprint part = of(start);
    Fingerprint tail = of(end);

    assertThat(whole.sampling()).isEqualTo(4);
    assertThat(whole.wordCodes().length).isBetween(4000, Fingerprinter.MAX_WORDS);
    int[] thinned = Wording.of(tail).thinned(4).codes();
    int[] joined =
        IntStream.concat(Arrays.stream(part.wordCodes()), Arrays.stream(thinned)).toArray();
    assertThat(Arrays.equals(whole.wordCodes(), joined)).isTrue();
  }

  @Test
  void boundsATextThatRepeatsItself() {
    assertThat(of("talks ".repeat(5000)).wordCodes().length).isLessThan(20);
    String sentence = Prose.of(1, 20) + ". ";
    assertThat(of(sentence.repeat(100)).wordCodes().length).isLessThan(30);
  }

  @Test
  void neverChangesItsHash() {
    // Stored fingerprints would no longer compare with new ones.
    assertThat(of("peace talks resume on 3 May"))
        .isEqualTo(new Fingerprint("KIA+ARKIDwdtOHCvlX16cCL5", 0, List.of(6), 1));
  }

  private Fingerprint of(String text) {
    return of(text, 0);
  }

  private Fingerprint of(String text, int bodyStart) {
    return fingerprinter.of(text, bodyStart, "en").fingerprint();
  }

  private static int[] words(Fingerprint print) {
    return Arrays.stream(print.wordCodes()).map(Wording::word).toArray();
  }

  private static int[] shingles(Fingerprint print) {
    return Wording.of(print).shingles();
  }

  private static Collector<CharSequence, ?, String> sentences() {
    return Collectors.joining(".\n\n", "", ".\n\n");
  }
}
