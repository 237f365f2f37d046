package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Made-up words, drawn as the words of a language are: the n-th most common one n-th as often. One
/// in thirty has a diacritic. The same size gives the same words.
final class Vocabulary {
  private static final List<String> BEGINNINGS =
      List.of(
          "", "b", "br", "c", "cl", "d", "f", "fr", "g", "h", "j", "k", "l", "m", "n", "p", "pr",
          "r", "s", "st", "t", "tr", "v", "w");
  private static final List<String> VOWELS =
      List.of("a", "e", "i", "o", "u", "ea", "ou", "ai", "io", "y");
  private static final List<String> ENDS =
      List.of("", "n", "r", "s", "t", "l", "d", "m", "ng", "nd", "st", "ck");
  private static final List<String> MARKED =
      List.of("\u00E9", "\u00FC", "\u0161", "\u00F1", "\u0142", "\u00E7");
  private static final int MARKED_EVERY = 30;

  /// Of the most common word, how many ranks it is as if it came after: a language's most common
  /// word is one in fourteen, not one in twelve (Mandelbrot).
  private static final double SHIFT = 1;

  private final List<String> words;

  /// Walker's alias table: of each rank, how likely it is itself when it is hit, and who else.
  private final double[] own;

  private final int[] alias;

  Vocabulary(int size) {
    words = words(size);
    own = new double[size];
    alias = new int[size];
    fill();
  }

  String word(RandomGenerator random) {
    int rank = random.nextInt(own.length);
    return words.get(random.nextDouble() < own[rank] ? rank : alias[rank]);
  }

  /// One of the rarer words, as a name.
  String name(RandomGenerator random) {
    String word = words.get(words.size() / 4 + random.nextInt(words.size() / 4 * 3));
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static List<String> words(int size) {
    List<String> words = new ArrayList<>(size);
    for (int i = 0; words.size() < size; i++) {
      StringBuilder word = new StringBuilder();
      int rest = i;
      do {
        word.append(BEGINNINGS.get(rest % BEGINNINGS.size()));
        rest /= BEGINNINGS.size();
        word.append(VOWELS.get(rest % VOWELS.size()));
        rest /= VOWELS.size();
        word.append(ENDS.get(rest % ENDS.size()));
        rest /= ENDS.size();
      } while (rest > 0);
      if (i % MARKED_EVERY == MARKED_EVERY - 1) {
        word.insert(word.length() / 2, MARKED.get(i / MARKED_EVERY % MARKED.size()));
      }
      words.add(word.toString());
    }
    return words;
  }

  private void fill() {
    double sum = 0;
    for (int rank = 0; rank < own.length; rank++) {
      own[rank] = 1 / (rank + 1 + SHIFT);
      sum += own[rank];
    }
    int[] small = new int[own.length];
    int[] large = new int[own.length];
    int smalls = 0;
    int larges = 0;
    for (int rank = 0; rank < own.length; rank++) {
      own[rank] *= own.length / sum;
      if (own[rank] < 1) {
        small[smalls++] = rank;
      } else {
        large[larges++] = rank;
      }
    }
    while (smalls > 0 && larges > 0) {
      int less = small[--smalls];
      int more = large[larges - 1];
      alias[less] = more;
      own[more] -= 1 - own[less];
      if (own[more] < 1) {
        small[smalls++] = more;
        larges--;
      }
    }
  }
}
