package org.parley.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void takesNewFiguresInTheSamePlacesForATemplate() {
    assertThat(new Figures(5, 12).areOfTemplate(true)).isTrue();
    assertThat(new Figures(0, 1).areOfTemplate(true)).isTrue();
  }

  @Test
  void takesACorrectedFigureForNoTemplate() {
    assertThat(new Figures(14, 1).areOfTemplate(true)).isFalse();
    assertThat(new Figures(3, 0).areOfTemplate(true)).isFalse();
  }

  @Test
  void asksForMoreWhenTextsAppearTogether() {
    assertThat(new Figures(1, 2).areOfTemplate(false)).isFalse();
    assertThat(new Figures(2, 4).areOfTemplate(false)).isTrue();
  }

  @Test
  void knowsAReportByManyFiguresThatAreTheSame() {
    assertThat(new Figures(8, 0).areOfOneReport()).isTrue();
    assertThat(new Figures(8, 1).areOfOneReport()).isFalse();
    assertThat(new Figures(3, 0).areOfOneReport()).isFalse();
  }
}
