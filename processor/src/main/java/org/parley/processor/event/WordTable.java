package org.parley.processor.event;

/// Numbers the words of one text.
final class WordTable {
  /// One more than the word, 0 where none is.
  private final int[] words;

  private final int[] numbers;

  /// @param most how many words it will have at most
  WordTable(int most) {
    int size = Integer.highestOneBit(Math.max(most, 1) * 4);
    words = new int[size];
    numbers = new int[size];
  }

  /// The number of a word; `number` when it is new.
  int put(int word, int number) {
    int slot = slot(word);
    if (words[slot] == 0) {
      words[slot] = word + 1;
      numbers[slot] = number;
    }
    return numbers[slot];
  }

  /// The number of a word, -1 when there is none.
  int get(int word) {
    int slot = slot(word);
    return words[slot] == 0 ? -1 : numbers[slot];
  }

  private int slot(int word) {
    int mask = words.length - 1;
    int slot = word & mask;
    while (words[slot] != word + 1 && words[slot] != 0) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
