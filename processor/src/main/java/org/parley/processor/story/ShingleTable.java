package org.parley.processor.story;

/// Where in a text each shingle stands.
final class ShingleTable {
  private final int[] shingles;

  /// By hash: one more than the first place of the chain's shingles.
  private final int[] heads;

  /// By place: one more than the next place in its chain.
  private final int[] next;

  ShingleTable(int[] shingles) {
    this.shingles = shingles;
    heads = new int[Integer.highestOneBit(Math.max(1, shingles.length)) * 4];
    next = new int[shingles.length];
    for (int i = shingles.length - 1; i >= 0; i--) {
      int slot = slot(shingles[i]);
      next[i] = heads[slot];
      heads[slot] = i + 1;
    }
  }

  /// The first place of a shingle, -1 when it is not there.
  int first(int shingle) {
    return find(shingle, heads[slot(shingle)]);
  }

  /// How many of these the text has.
  int shared(int[] others) {
    int shared = 0;
    for (int other : others) {
      shared += first(other) >= 0 ? 1 : 0;
    }
    return shared;
  }

  /// The next place of the shingle at `place`, -1 when there is none.
  int after(int place) {
    return find(shingles[place], next[place]);
  }

  private int find(int shingle, int link) {
    int at = link;
    while (at > 0 && shingles[at - 1] != shingle) {
      at = next[at - 1];
    }
    return at - 1;
  }

  private int slot(int shingle) {
    return shingle * 0x9E3779B1 >>> 7 & heads.length - 1;
  }
}
