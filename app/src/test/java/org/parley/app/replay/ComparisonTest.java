package org.parley.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final String ALERT =
      "{\"kind\":\"NEW\",\"article\":{\"title\":\"Talks begin\"},\"sources\":[\"a\",\"b\"]}";

  @Test
  void saysNothingOfTheSame() {
    assertThat(Comparison.differences(List.of(ALERT), List.of(ALERT))).isEmpty();
  }

  @Test
  void namesThePlaceAndBothValues() {
    assertThat(
            Comparison.differences(
                List.of(ALERT), List.of(ALERT.replace("\"b\"", "\"c\"").replace("NEW", "UPDATE"))))
        .containsExactly(
            "alert 1: kind: expected \"NEW\", got \"UPDATE\"",
            "alert 1: sources[1]: expected \"b\", got \"c\"");
  }

  @Test
  void namesWhatIsMissingAndWhatIsTooMuchByHeadline() {
    assertThat(Comparison.differences(List.of(ALERT), List.of()))
        .containsExactly("alert 1: missing: Talks begin");
    assertThat(Comparison.differences(List.of(), List.of(ALERT)))
        .containsExactly("alert 1: not expected: Talks begin");
  }

  @Test
  void noticesOtherBytesOfTheSameValues() {
    assertThat(Comparison.differences(List.of(ALERT), List.of(ALERT + " "))).hasSize(1);
  }

  @Test
  void comparesALineThatIsNoJson() {
    assertThat(Comparison.differences(List.of("{broken"), List.of(ALERT))).hasSize(1);
  }

  @Test
  void showsOnlyTheFirstOfMany() {
    assertThat(Comparison.differences(Collections.nCopies(50, ALERT), List.of()))
        .hasSize(21)
        .last()
        .isEqualTo("and 30 more");
  }

  @Test
  void pacesByTheFactor() {
    assertThat(Speed.of("60x").wait(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    assertThat(Speed.of("max").wait(Duration.ofDays(9))).isEqualTo(Duration.ZERO);
    assertThatThrownBy(() -> Speed.of("0x")).hasMessageContaining("max, or a factor");
    assertThatThrownBy(() -> Speed.of("fast")).hasMessageContaining("max, or a factor");
  }
}
