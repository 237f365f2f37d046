package org.parley.processor.story;

import java.util.Arrays;
import org.parley.contract.Fingerprint;
import org.parley.processor.fingerprint.Fingerprinter;

/// A fingerprint opened for comparison.
///
/// @param hashes distinct, ascending
/// @param numbers distinct, ascending
/// @param sampling one in how many hashes is there, a power of two
record Shingles(int[] hashes, int[] numbers, int sampling) {
  static Shingles of(Fingerprint fingerprint) {
    return new Shingles(
        fingerprint.shingleHashes(), fingerprint.numberHashes(), fingerprint.sampling());
  }

  boolean isEmpty() {
    return hashes.length == 0;
  }

  /// How much of the two texts is the same; of the smaller text, when one was sampled, as much as
  /// the sample tells.
  Overlap with(Shingles other) {
    int coarser = Math.max(sampling, other.sampling);
    int[] mine = at(coarser);
    int[] theirs = other.at(coarser);
    return new Overlap(shared(mine, theirs), mine.length, theirs.length);
  }

  Overlap numbersWith(Shingles other) {
    return new Overlap(shared(numbers, other.numbers), numbers.length, other.numbers.length);
  }

  private int[] at(int coarser) {
    return sampling == coarser ? hashes : Fingerprinter.thinned(hashes, coarser);
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

  /// One hash for the whole set.
  int digest() {
    return Arrays.hashCode(hashes);
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
