package org.parley.processor.event;

/// In how many stories each word is: an open hash table, because boxed integers would take ten
/// times the memory. Stories and not articles are counted, since a report that a thousand sites
/// copy must not make its own words common.
final class StoryCounts {
  private static final int SMALLEST = 1 << 10;

  /// In the upper half one more than the word, 0 where none is, and in the lower half its count:
  /// what is looked up together stands together, since a lookup in so large a table is a fetch from
  /// memory.
  private long[] slots = new long[SMALLEST];

  private int used;
  private int stories;

  /// Something of what was fetched last, lest the compiler leave out the fetching.
  private long fetched;

  /// How many stories are counted.
  int stories() {
    return stories;
  }

  /// How many of them have a word.
  int of(int word) {
    return (int) slots[slot(word)];
  }

  void add(Terms terms) {
    stories++;
    fetch(terms);
    for (int i = 0; i < terms.size(); i++) {
      int slot = slot(terms.word(i));
      if (slots[slot] == 0) {
        slot = roomFor(terms.word(i));
      }
      slots[slot]++;
    }
  }

  /// Has the memory bring the words' slots, so that their lookups wait once together and not each
  /// by itself.
  private void fetch(Terms terms) {
    long sum = 0;
    for (int i = 0; i < terms.size(); i++) {
      sum += slots[first(terms.word(i))];
    }
    fetched = sum;
  }

  /// @param terms that were added
  void subtract(Terms terms) {
    stories--;
    for (int i = 0; i < terms.size(); i++) {
      int slot = slot(terms.word(i));
      if ((int) slots[slot] == 0) {
        throw new IllegalStateException("a story leaves that was not counted");
      }
      slots[slot]--;
    }
  }

  /// Takes a slot for a new word, making room when half of them are taken; words that nobody has
  /// any more are left out then.
  private int roomFor(int word) {
    if (used * 2 >= slots.length) {
      rehash();
    }
    int slot = slot(word);
    slots[slot] = word + 1L << Integer.SIZE;
    used++;
    return slot;
  }

  private void rehash() {
    long[] old = slots;
    int living = 0;
    for (long each : old) {
      living += (int) each > 0 ? 1 : 0;
    }
    slots = new long[Integer.highestOneBit(Math.max(SMALLEST, living * 4))];
    used = living;
    for (long each : old) {
      if ((int) each > 0) {
        slots[slot(word(each))] = each;
      }
    }
  }

  private static int word(long slot) {
    return (int) (slot >>> Integer.SIZE) - 1;
  }

  /// Where the search for a word begins.
  private int first(int word) {
    return word * 0x9E3779B1 >>> 7 & slots.length - 1;
  }

  /// Where the word is, or would be.
  private int slot(int word) {
    int mask = slots.length - 1;
    int slot = first(word);
    while (slots[slot] != 0 && word(slots[slot]) != word) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
