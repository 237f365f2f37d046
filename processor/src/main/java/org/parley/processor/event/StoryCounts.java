package org.parley.processor.event;

/// In how many stories each word is: an open hash table, because boxed integers would take ten
/// times the memory. Stories and not articles are counted, since a report that a thousand sites
/// copy must not make its own words common.
final class StoryCounts {
  private static final int SMALLEST = 1 << 10;

  /// For each slot one more than its word, 0 where none is, and its count, side by side.
  private int[] table = new int[2 * SMALLEST];
  private int used;
  private int stories;

  /// How many stories are counted.
  int stories() {
    return stories;
  }

  /// How many of them have a word.
  int of(int word) {
    return table[slot(word) + 1];
  }

  void add(Terms terms) {
    stories++;
    for (int i = 0; i < terms.size(); i++) {
      int slot = slot(terms.word(i));
      if (table[slot + 1] == 0) {
        slot = roomFor(terms.word(i));
      }
      table[slot + 1]++;
    }
  }

  /// @param terms that were added
  void subtract(Terms terms) {
    stories--;
    for (int i = 0; i < terms.size(); i++) {
      int slot = slot(terms.word(i));
      if (table[slot + 1] == 0) {
        throw new IllegalStateException("a story leaves that was not counted");
      }
      table[slot + 1]--;
    }
  }

  /// Takes a slot for a word, making room when half of them are taken; words that nobody has any
  /// more are left out then.
  private int roomFor(int word) {
    int slot = slot(word);
    if (table[slot] == word + 1) {
      return slot;
    }
    if (used * 4 >= table.length) {
      rehash();
      slot = slot(word);
    }
    table[slot] = word + 1;
    used++;
    return slot;
  }

  private void rehash() {
    int[] old = table;
    int living = 0;
    for (int slot = 0; slot < old.length; slot += 2) {
      living += old[slot + 1] > 0 ? 1 : 0;
    }
    table = new int[2 * Integer.highestOneBit(Math.max(SMALLEST, living * 4))];
    used = living;
    for (int from = 0; from < old.length; from += 2) {
      if (old[from + 1] > 0) {
        int slot = slot(old[from] - 1);
        table[slot] = old[from];
        table[slot + 1] = old[from + 1];
      }
    }
  }

  /// Where the word is, or would be.
  private int slot(int word) {
    int mask = table.length - 2;
    int slot = (word * 0x9E3779B1 >>> 7) * 2 & mask;
    while (table[slot] != word + 1 && table[slot] != 0) {
      slot = slot + 2 & mask;
    }
    return slot;
  }
}
