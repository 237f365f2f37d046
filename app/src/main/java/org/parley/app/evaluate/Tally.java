package org.parley.app.evaluate;

/// Right and wrong answers to one question, while they are counted. Not thread-safe.
final class Tally {
  private int found;
  private int missed;
  private int wrong;
  private int items;

  /// Counts one labelled item.
  void count(boolean positive, boolean answer) {
    items++;
    found += positive && answer ? 1 : 0;
    missed += positive && !answer ? 1 : 0;
    wrong += !positive && answer ? 1 : 0;
  }

  /// Counts an answer where no item was.
  void countStray() {
    wrong++;
  }

  Evaluation.Quality quality() {
    double p = ratio(found, found + wrong);
    double r = ratio(found, found + missed);
    return new Evaluation.Quality(p, r, ratio(2 * p * r, p + r), items);
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
