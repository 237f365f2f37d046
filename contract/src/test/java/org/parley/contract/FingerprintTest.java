package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void givesBackItsHashes() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int size : new int[] {0, 1, 2, 3, 1000}) {
      int[] shingles = random.ints(size).distinct().sorted().toArray();
      int[] numbers = random.ints(size / 2).distinct().sorted().toArray();

      var read = Json.read(Json.write(Fingerprint.of(shingles, numbers, 4)), Fingerprint.class);

      assertThat(read.shingleHashes()).as("seed %d", seed).isEqualTo(shingles);
      assertThat(read.numberHashes()).as("seed %d", seed).isEqualTo(numbers);
    }
  }

  @Test
  void isWrittenTheSameForever() {
    assertThat(Json.write(Fingerprint.of(new int[] {-1, 0, 258}, new int[] {}, 1)))
        .isEqualTo("{\"shingles\":\"/////wAAAAAAAAEC\",\"numbers\":\"\",\"sampling\":1}");
  }

  @Test
  void isEmptyForNoShingles() {
    assertThat(Fingerprint.of(new int[0], new int[0], 1)).isEqualTo(Fingerprint.EMPTY);
  }

  @Test
  void saysWhichHashesAreBroken() {
    assertThatThrownBy(() -> new Fingerprint("AAA", "", 1).shingleHashes())
        .hasMessageContaining("shingles is not a whole number of hashes");
  }
}
