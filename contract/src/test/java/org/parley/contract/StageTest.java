package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabelInAnyCase(Stage stage) {
    assertThat(Stage.of(stage.label())).isEqualTo(stage);
    assertThat(Stage.of(stage.name())).isEqualTo(stage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "peace", " ceasefire", "cease-fire"})
  void saysWhichStagesThereAre(String label) {
    assertThatThrownBy(() -> Stage.of(label))
        .hasMessage(
            "unknown stage '"
                + label
                + "'; one of collapsed, refused, stalled, agreement, ceasefire, mediated,"
                + " scheduled, underway, proposed, general");
  }

  @Test
  void standsInTheOrderOfPrecedence() {
    assertThat(Stage.values())
        .containsExactly(
            Stage.COLLAPSED,
            Stage.REFUSED,
            Stage.STALLED,
            Stage.AGREEMENT,
            Stage.CEASEFIRE,
            Stage.MEDIATED,
            Stage.SCHEDULED,
            Stage.UNDERWAY,
            Stage.PROPOSED,
            Stage.GENERAL);
  }
}
