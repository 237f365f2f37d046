package org.parley.processor.story;

import java.util.Arrays;
import org.parley.processor.fingerprint.Wording;

/// The shingles of a text as a set, and its numbers.
///
/// @param hashes distinct, ascending
/// @param numbers distinct, ascending
record Shingles(int[] hashes, int[] numbers) {
  static Shingles of(Wording wording) {
    return new Shingles(distinct(wording.shingles()), distinct(wording.numbers()));
  }

  private static int[] distinct(int[] values) {
    // By hand: a stream boxes each of them, in the lane's innermost loop.
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
  }

  boolean isEmpty() {
    return hashes.length == 0;
  }

  /// How much of the two texts is the same.
  Overlap with(Shingles other) {
    return new Overlap(shared(hashes, other.hashes), hashes.length, other.hashes.length);
  }

  Overlap numbersWith(Shingles other) {
    return new Overlap(shared(numbers, other.numbers), numbers.length, other.numbers.length);
  }

  private static int shared(int[] a, int[] b) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /// What two sets have in common.
  record Overlap(int shared, int one, int other) {
    int smaller() {
      return Math.min(one, other);
    }

    /// Of the smaller set, how much is in the other: 0 to 1.
    double containment() {
      return smaller() == 0 ? 0 : (double) shared / smaller();
    }

    /// Of both sets together, how much is in both: 0 to 1.
    double resemblance() {
      int all = one + other - shared;
      return all == 0 ? 0 : (double) shared / all;
    }

    boolean isSame() {
      return shared > 0 && shared == one && shared == other;
    }
  }
}
