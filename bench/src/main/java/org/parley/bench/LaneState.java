package org.parley.bench;

/// How large a lane's state is: its changelog's keys and values.
///
/// @param meanBytes of an article
/// @param maxBytes of an article
/// @param bound how much of what an article may take the worst takes: 4.5 bytes a distinct shingle,
///   and 300
record LaneState(double meanBytes, int maxBytes, double bound) {
  private static final double PER_SHINGLE = 4.5;
  private static final double REST = 300;

  /// Adds up while the state is written.
  static final class Counted {
    private long count;
    private long bytes;
    private int most;
    private double worst;

    void add(int size, int shingles) {
      count++;
      bytes += size;
      most = Math.max(most, size);
      worst = Math.max(worst, size / (PER_SHINGLE * shingles + REST));
    }

    LaneState sum() {
      return new LaneState(
          Math.round(bytes * 10.0 / Math.max(1, count)) / 10.0,
          most,
          Math.round(worst * 1000) / 1000.0);
    }
  }
}
