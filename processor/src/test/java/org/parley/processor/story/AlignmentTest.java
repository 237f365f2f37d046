package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.processor.fingerprint.Wording;

class AlignmentTest {
  private static final String REPORT =
      "The minister said on Monday that the two sides had agreed to exchange all prisoners of war"
          + " before the end of the month, and thanked the mediators for their patience.";

  static Body body(String text) {
    return Body.of(Wording.of(Matches.match("a", text).fingerprint()));
  }

  private static Alignment align(String one, String other) {
    return Alignment.of(body(one), body(other));
  }

  private static double part(boolean[] in) {
    int count = 0;
    for (boolean each : in) {
      count += each ? 1 : 0;
    }
    return (double) count / in.length;
  }

  @Test
  void findsWholeTextsThatAreTheSame() {
    Alignment alignment = align(REPORT, REPORT);

    assertThat(alignment.passages()).hasSize(1);
    assertThat(part(alignment.inFirst())).isEqualTo(1);
  }

  @Test
  void goesOnOverWordsThatWereLeftOutOrReplaced() {
    String rewritten =
        "The minister said Monday that the two sides had decided to exchange all prisoners of war"
            + " before the close of the month, and praised the mediators for their patience.";

    Alignment alignment = align(REPORT, rewritten);

    assertThat(alignment.passages()).hasSize(1);
    assertThat(part(alignment.inFirst())).isGreaterThan(.9);
    assertThat(part(alignment.inSecond())).isGreaterThan(.9);
  }

  @Test
  void findsPassagesInAnotherOrder() {
    String first = "Rescuers were still looking for four people under the rubble at noon.";
    String second = "The mayor declared a day of mourning and closed all schools and theatres.";

    Alignment alignment = align(first + " " + second, second + " " + first);

    assertThat(alignment.passages()).hasSize(2);
    assertThat(part(alignment.inFirst())).isEqualTo(1);
  }

  @Test
  void sharesNothingWhenOnlyAPhraseIsTheSame() {
    String other = "In Paris the two sides had dinner, and nothing else was known by nightfall.";

    assertThat(align(REPORT, other).sharedWords()).isZero();
  }

  @Test
  void countsTheNumbersInTheSamePlaces() {
    String monday = "Air defence shot down 65 of 99 drones overnight, and 28 hit their targets.";
    String tuesday = "Air defence shot down 71 of 99 drones overnight, and 30 hit their targets.";

    assertThat(align(monday, monday).figures()).isEqualTo(new Figures(3, 0));
    assertThat(align(monday, tuesday).figures()).isEqualTo(new Figures(1, 2));
  }

  @Test
  void readsSmallNumbersInLettersAndDigitsAsTheSame() {
    String letters = "At least four people were killed and eleven wounded in the region on Monday.";
    String digits = "At least 4 people were killed and 11 wounded in the region on Monday.";

    assertThat(align(letters, digits).figures()).isEqualTo(new Figures(2, 0));
  }
}
