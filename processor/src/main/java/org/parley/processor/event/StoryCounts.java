package org.parley.processor.event;

/// In how many stories each word is: an open hash table, because boxed integers would take ten
/// times the memory. Stories and not articles are counted, since a report that a thousand sites
/// copy must not make its own words common.
final class StoryCounts {
  private static final int SMALLEST = 1 << 10;

  /// One more than the word, 0 where none is.
  private int[] words = new int[SMALLEST];

  private int[] counts = new int[SMALLEST];
  private int used;
  private int stories;

  /// How many stories are counted.
  int stories() {
    return stories;
  }

  /// How many of them have a word.
  int of(int word) {
    return counts[slot(word)];
  }

  void add(Terms terms) {
    stories++;
    for (int i = 0; i < terms.size(); i++) {
      int slot = slot(terms.word(i));
      if (counts[slot] == 0) {
        slot = roomFor(terms.word(i));
      }
      counts[slot]++;
    }
  }

  /// @param terms that were added
  void subtract(Terms terms) {
    stories--;
    for (int i = 0; i < terms.size(); i++) {
      int slot = slot(terms.word(i));
      if (counts[slot] == 0) {
        throw new IllegalStateException("a story leaves that was not counted");
      }
      counts[slot]--;
    }
  }

  /// Takes a slot for a word, making room when half of them are taken; words that nobody has any
  /// more are left out then.
  private int roomFor(int word) {
    int slot = slot(word);
    if (words[slot] == word + 1) {
      return slot;
    }
    if (used * 2 >= words.length) {
      rehash();
      slot = slot(word);
    }
    words[slot] = word + 1;
    used++;
    return slot;
  }

  private void rehash() {
    int[] oldWords = words;
    int[] oldCounts = counts;
    int living = 0;
    for (int count : oldCounts) {
      living += count > 0 ? 1 : 0;
    }
    int size = Integer.highestOneBit(Math.max(SMALLEST, living * 4));
    words = new int[size];
    counts = new int[size];
    used = living;
    for (int i = 0; i < oldWords.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldWords[i] - 1);
        words[slot] = oldWords[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /// Where the word is, or would be.
  private int slot(int word) {
    int mask = words.length - 1;
    int slot = word * 0x9E3779B1 >>> 7 & mask;
    while (words[slot] != word + 1 && words[slot] != 0) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
