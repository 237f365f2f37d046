package org.parley.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "2h, 2026-11-26T10:00:00Z",
    "90s, 2026-11-26T11:58:30Z",
    "30m, 2026-11-26T11:30:00Z",
    "3d, 2026-11-23T12:00:00Z",
    "2026-11-26, 2026-11-26T00:00:00Z",
    "2026-11-26T10:00Z, 2026-11-26T10:00:00Z",
    "2026-11-26T10:00:05.5Z, 2026-11-26T10:00:05.500Z",
    "2026-11-26T10:00+02:00, 2026-11-26T08:00:00Z"
  })
  void readsWhatPeopleWrite(String text, Instant meant) {
    assertThat(Moment.of(text, NOON)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2 h", "2w", "-2h", "2026-13-01", "2026-11-26T10:00"})
  void saysWhatFormsThereAre(String text) {
    assertThatThrownBy(() -> Moment.of(text, NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("2h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2h", "90s"})
  void whatMustNotDependOnThePresentTakesNoAge(String text) {
    assertThatThrownBy(() -> Moment.absolute(text)).hasMessageContaining("2022-02-28");
  }
}
