package org.parley.processor.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Piece by piece a text becomes what it becomes as a whole.
class PlainTextTest {
  /// Characters that are joined by what stands beside them, or change with it.
  private static final List<String> NEIGHBOURS =
      List.of(
          "",
          "a",
          "E\u0301",
          "\u0301",
          " ",
          "'",
          "I\u0307",
          "\u0130",
          "\u03A3",
          "\uD835\uDEBA",
          "\u0439",
          "\u05D0\u05B0",
          "\u1100",
          "\u1161",
          "\u11A8",
          "\u3131",
          "\uFF76",
          "\uFF9E",
          "\uAC00",
          "\u0915\u093C",
          "\u0B92",
          "\u09C7",
          "\u00B4");

  @Test
  void readsEachCharacterOfAnAlphabetBesideAnyAsTheWholeTextIsRead() {
    for (int c = 0; c < 0x3200; c++) {
      for (String before : NEIGHBOURS) {
        assertSame(before + (char) c + NEIGHBOURS.get(c % NEIGHBOURS.size()));
      }
    }
  }

  @Test
  void readsRandomTextsAsAWhole() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length >= 0; length--) {
        text.append(
            switch (random.nextInt(4)) {
              case 0 -> NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size()));
              case 1 -> String.valueOf((char) (' ' + random.nextInt(95)));
              case 2 -> String.valueOf((char) random.nextInt(0x3000));
              default -> Character.toString(random.nextInt(Character.MAX_CODE_POINT));
            });
      }
      assertThat(plain(text.toString())).as("seed %d", seed).isEqualTo(whole(text));
    }
  }

  private static void assertSame(String text) {
    if (!plain(text).equals(whole(text))) {
      assertThat(plain(text)).as(text).isEqualTo(whole(text));
    }
  }

  private static String plain(String text) {
    return PlainText.of(text).replace(String.valueOf(PlainText.CAPITAL), "");
  }

  private static String whole(CharSequence text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFD);
  }
}
