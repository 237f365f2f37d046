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
  private static final int LEAST_AT_ONCE = 4;

  private static final double MUCH_AT_ONCE = .5;

  /// Of texts that appear hours apart: how much of all figures differ at least. A correction mends
  /// one of many.
  private static final double MUCH_APART = .2;

  /// How many figures a passage has that is more than a quotation.
  private static final int REPORT = 7;

  static boolean isFigure(int word) {
    return Wording.isNumeric(word);
  }

  /// The figures of two short runs of words that stand in the same place.
  static Figures of(int[] one, int from, int to, int[] other, int fromOther, int toOther) {
    int inOne = count(one, from, to);
    int inOther = count(other, fromOther, toOther);
    if (inOne == 0 || inOther == 0) {
      return new Figures(0, 0);
    }
    int same = 0;
    boolean[] taken = new boolean[toOther - fromOther];
    for (int i = from; i < to; i++) {
      for (int j = 0; j < taken.length && isFigure(one[i]); j++) {
        if (other[fromOther + j] == one[i] && !taken[j]) {
          taken[j] = true;
          same++;
          break;
        }
      }
    }
    return new Figures(same, Math.min(inOne, inOther) - same);
  }

  private static int count(int[] words, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += isFigure(words[i]) ? 1 : 0;
    }
    return count;
  }

  Figures and(Figures more) {
    return new Figures(same + more.same, different + more.different);
  }

  int all() {
    return same + different;
  }

  /// Whether so many figures are the same that it is one report of them.
  boolean areOfOneReport() {
    return different == 0 && same >= REPORT;
  }

  /// Whether the two texts are one template filled in twice.
  ///
  /// @param apart whether they appeared hours apart
  boolean areOfTemplate(boolean apart) {
    return apart
        ? different >= 1 && different >= MUCH_APART * all()
        : different >= LEAST_AT_ONCE && different >= MUCH_AT_ONCE * all();
  }
}
