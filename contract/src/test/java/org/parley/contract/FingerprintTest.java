package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void givesBackItsWordsInTheirOrder() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int size : new int[] {0, 1, 2, 3, 1000}) {
      int[] codes = random.ints(size, 0, 1 << 24).toArray();

      var print = Fingerprint.of(codes, size / 2, List.of(size / 3, size - size / 3), 4);
      var read = Json.read(Json.write(print), Fingerprint.class);

      assertThat(read).as("seed %d", seed).isEqualTo(print);
      assertThat(read.wordCodes()).as("seed %d", seed).isEqualTo(codes);
    }
  }

  @Test
  void isWrittenTheSameForever() {
    int[] codes = {0xFFFFFF, 0, 258};
    assertThat(Json.write(Fingerprint.of(codes, 1, List.of(1, 2), 1)))
        .isEqualTo(
            "{\"words\":\"////AAAAAAEC\",\"titleWords\":1,\"sentences\":[1,2],\"sampling\":1}");
  }

  @Test
  void readsThatOfAVersionWithoutWordsAsEmpty() {
    String old = "{\"shingles\":\"/////wAAAAAAAAEC\",\"numbers\":\"\",\"sampling\":1}";
    assertThat(Json.read(old, Fingerprint.class)).isEqualTo(Fingerprint.EMPTY);
  }

  @Test
  void saysWhatIsBroken() {
    assertThatThrownBy(() -> new Fingerprint("AAA", 0, List.of(1), 1).wordCodes())
        .hasMessageContaining("words is not a whole number of codes");
    assertThatThrownBy(() -> new Fingerprint("AAAA", 0, List.of(1, 1), 1).wordCodes())
        .hasMessageContaining("sentences do not sum up to the 1 words");
  }
}
