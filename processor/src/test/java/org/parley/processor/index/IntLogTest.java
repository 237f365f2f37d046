package org.parley.processor.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntLogTest {
  private final IntLog log = new IntLog();

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      log.add((int) log.end() * 7);
    }
  }

  @Test
  void keepsThePlacesOfWhatIsLeftWhenItForgets() {
    add(100_000);
    log.forget(70_001);
    add(50_000);

    assertThat(log.from()).isEqualTo(70_001);
    assertThat(log.end()).isEqualTo(150_000);
    for (long place = log.from(); place < log.end(); place++) {
      assertThat(log.get(place)).isEqualTo((int) place * 7);
    }
  }

  @Test
  void goesOnAfterAllIsForgotten() {
    add(20_000);
    log.forget(20_000);
    assertThat(log.from()).isEqualTo(log.end()).isEqualTo(20_000);

    add(3);

    assertThat(log.get(20_002)).isEqualTo(20_002 * 7);
  }

  @Test
  void beginsWhereItIsTold() {
    log.startAt(1_000_000_007L);
    log.add(5);
    log.set(1_000_000_007L, 6);

    assertThat(log.get(1_000_000_007L)).isEqualTo(6);
  }
}
