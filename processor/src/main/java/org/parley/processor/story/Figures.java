package org.parley.processor.story;

import org.parley.processor.fingerprint.Wording;

/// The numbers that stand in the same places of two texts' shared passages. Recurring notices
/// (losses of the day, drones of the night, rates) are the same sentences with new figures in the
/// same places; copies have the same figures.
///
/// @param same how many are the same
/// @param different how many are another number
record Figures(int same, int different) {
  /// Of texts that appear together: how many figures differ at least, and how much of all.
  private static final int LEAST_AT_ONCE = 3;

  private static final double MUCH_AT_ONCE = .5;

  /// Of texts that appear hours apart: how much of all figures differ at least. A correction mends
  /// one of many.
  private static final double MUCH_APART = .25;

  static boolean isFigure(int word) {
    return Wording.isNumeric(word);
  }

  /// The figures of two short runs of words that stand in the same place.
  static Figures of(int[] one, int[] other) {
    int inOne = count(one);
    int inOther = count(other);
    if (inOne == 0 || inOther == 0) {
      return new Figures(0, 0);
    }
    int same = 0;
    boolean[] taken = new boolean[other.length];
    for (int word : one) {
      for (int i = 0; i < other.length && isFigure(word); i++) {
        if (other[i] == word && !taken[i]) {
          taken[i] = true;
          same++;
          break;
        }
      }
    }
    return new Figures(same, Math.min(inOne, inOther) - same);
  }

  private static int count(int[] words) {
    int count = 0;
    for (int word : words) {
      count += isFigure(word) ? 1 : 0;
    }
    return count;
  }

  /// Whether the two texts are one template filled in twice.
  ///
  /// @param apart whether they appeared hours apart
  boolean areOfTemplate(boolean apart) {
    int all = same + different;
    return apart
        ? different >= 1 && different >= MUCH_APART * all
        : different >= LEAST_AT_ONCE && different >= MUCH_AT_ONCE * all;
  }
}
