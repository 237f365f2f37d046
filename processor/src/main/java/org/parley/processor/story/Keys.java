package org.parley.processor.story;

import java.util.Arrays;

/// Which shingles of a text it is found by: a sample by their hash, so that two texts sample the
/// same of what they share (Manber, *Finding similar files in a large file system*, 1994; Irber et
/// al., *FracMinHash*, 2022). Where a text begins and ends more of them are filed, since cuts and
/// rewrites keep the beginning, and a site's frame stands at both ends; asked for is the finer
/// sample everywhere.
final class Keys {
  /// One in how many is asked for.
  static final int FINE = 4;

  /// One in how many is filed in the middle of a text.
  private static final int COARSE = 16;

  private static final int BEGINNING = 80;
  private static final int ENDING = 40;

  private Keys() {}

  /// Whether a shingle is asked for.
  static boolean isAsked(int shingle) {
    return (shingle & FINE - 1) == 0;
  }

  /// The shingles under which a text is filed; distinct.
  static int[] filed(Body body) {
    int[] shingles = body.shingles();
    int[] keys = new int[shingles.length];
    int size = 0;
    for (int i = 0; i < shingles.length; i++) {
      boolean fine = i < BEGINNING || i >= shingles.length - ENDING;
      if ((shingles[i] & (fine ? FINE : COARSE) - 1) == 0) {
        keys[size++] = shingles[i];
      }
    }
    return distinct(Arrays.copyOf(keys, size));
  }

  private static int[] distinct(int[] keys) {
    Arrays.sort(keys);
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[size++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, size);
  }
}
