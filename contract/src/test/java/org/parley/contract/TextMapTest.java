package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMapTest {
  /// Clean 0-5 stood at 10-15, 5-8 nowhere, 8-12 at 30-34, and 12-14 before both, at 2-4.
  private static final TextMap MAP =
      new TextMap(
          List.of(new TextMap.Run(0, 10, 5), new TextMap.Run(8, 30, 4), new TextMap.Run(12, 2, 2)));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 5, 10, 15", "1, 3, 11, 13", "0, 1, 10, 11", "4, 5, 14, 15",
        "4, 9, 14, 31", "5, 9, 30, 31", "4, 8, 14, 15", "7, 100, 2, 34",
        "0, 12, 10, 34", "10, 13, 2, 34", "13, 14, 3, 4", "2, 2, 12, 12",
        "5, 8, -, -", "5, 5, -, -", "14, 20, -, -", "100, 200, -, -",
      })
  void findsTheSmallestStretchOfTheSource(int start, int end, Integer from, Integer to) {
    Span expected = from == null ? null : new Span(from, to);

    assertThat(MAP.toSource(new Span(start, end))).isEqualTo(expected);
  }

  @Test
  void findsNothingInAnEmptyMap() {
    assertThat(TextMap.NONE.toSource(new Span(0, 10))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 4, 5", "8, 2, 0, 2", "3, 3, 3, 3"})
  void refusesRunsThatOverlapOrStandInAnotherOrder(int at, int length, int nextAt, int nextLength) {
    var runs = List.of(new TextMap.Run(at, 0, length), new TextMap.Run(nextAt, 50, nextLength));

    assertThatThrownBy(() -> new TextMap(runs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one starts at " + nextAt);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 1", "0, -1, 1", "0, 0, 0", "2147483647, 0, 1", "0, 2147483000, 1000"})
  void refusesARunOutsideOfEveryText(int at, int source, int length) {
    assertThatThrownBy(() -> new TextMap.Run(at, source, length))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// A text is cut into pieces, some left out and the others joined by breaks of their own; then
  /// every stretch must lead back to the words it was made of.
  @Test
  void leadsEveryStretchBackToItsWords() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var source = new StringBuilder();
      var clean = new StringBuilder();
      var runs = new ArrayList<TextMap.Run>();
      for (int piece = 0; piece < 1 + random.nextInt(8); piece++) {
        String words = letters(random);
        if (random.nextBoolean()) {
          runs.add(new TextMap.Run(clean.length(), source.length(), words.length()));
          clean.append(words);
        }
        source.append(words);
        if (random.nextBoolean()) {
          clean.append("\n\n");
        }
      }
      check(new TextMap(runs), clean.toString(), source.toString(), random, seed);
    }
  }

  private static void check(TextMap map, String clean, String source, Random random, long seed) {
    int start = random.nextInt(clean.length() + 1);
    int end = start + random.nextInt(clean.length() - start + 1);
    Span found = map.toSource(new Span(start, end));
    String wanted = clean.substring(start, end);
    String kept = wanted.replace("\n", "");
    if (kept.isEmpty()) {
      assertThat(found == null || found.length() == 0).as("seed %d", seed).isTrue();
      return;
    }
    assertThat(found).as("seed %d", seed).isNotNull();
    String there = found == null ? "" : found.of(source);
    assertThat(there).as("seed %d", seed).startsWith(kept.substring(0, 1));
    assertThat(there).as("seed %d", seed).endsWith(kept.substring(kept.length() - 1));
    assertThat(isSubsequence(kept, there)).as("seed %d: %s in %s", seed, kept, there).isTrue();
  }

  private static boolean isSubsequence(String part, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      if (whole.charAt(i) == part.charAt(at)) {
        at++;
      }
    }
    return at == part.length();
  }

  private static String letters(Random random) {
    var letters = new StringBuilder();
    for (int i = 0; i <= random.nextInt(12); i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }
}
