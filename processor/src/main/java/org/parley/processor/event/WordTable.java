package org.parley.processor.event;

/// Numbers the words of one text.
final class WordTable {
  private static final int SEEN = 1 << 6;

  /// For each slot one more than its word, 0 where none is, and its number, side by side.
  private final int[] table;

  /// By the lower bits of a word, whether there may be one: most words that are asked for are not
  /// there, and this says so without a search.
  private final long[] seen = new long[SEEN];

  /// @param most how many words it will have at most
  WordTable(int most) {
    table = new int[2 * Integer.highestOneBit(Math.max(most, 1) * 4)];
  }

  /// The number of a word; `number` when it is new.
  int put(int word, int number) {
    int slot = slot(word);
    if (table[slot] == 0) {
      table[slot] = word + 1;
      seen[word >>> 6 & SEEN - 1] |= 1L << word;
      table[slot + 1] = number;
    }
    return table[slot + 1];
  }

  /// The number of a word, -1 when there is none.
  int get(int word) {
    if ((seen[word >>> 6 & SEEN - 1] >>> word & 1) == 0) {
      return -1;
    }
    int slot = slot(word);
    return table[slot] == 0 ? -1 : table[slot + 1];
  }

  private int slot(int word) {
    int mask = table.length - 2;
    int slot = 2 * word & mask;
    while (table[slot] != word + 1 && table[slot] != 0) {
      slot = slot + 2 & mask;
    }
    return slot;
  }
}
