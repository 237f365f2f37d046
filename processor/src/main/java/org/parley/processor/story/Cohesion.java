package org.parley.processor.story;

/// How much two parts of one text speak of the same: the cosine of their words, the rarer a word
/// the more it counts (Salton; within a text as in Hearst, *TextTiling*, 1997). The parts of an
/// article repeat names and matters; a passage of another article, quoted, shares hardly a rare
/// word with what is around it.
final class Cohesion {
  private Cohesion() {}

  /// @param frame words that are of neither part
  /// @param in which words are of the first part; the others are of the second
  static double of(int[] words, boolean[] frame, boolean[] in, Rarity rarity) {
    Counts counts = new Counts(words.length);
    for (int i = 0; i < words.length; i++) {
      if (!frame[i]) {
        counts.add(words[i], in[i]);
      }
    }
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < counts.size; i++) {
      double weight = rarity.of(counts.words[i]);
      double square = weight * weight;
      first += counts.in[i] * square;
      second += counts.out[i] * square;
      both += Math.sqrt((double) counts.in[i] * counts.out[i]) * square;
    }
    return both == 0 ? 0 : both / Math.sqrt(first * second);
  }

  /// How often each word is in the parts; words in the order in which they first come.
  private static final class Counts {
    private final int[] slots;
    private final int[] words;
    private final int[] in;
    private final int[] out;
    private int size;

    Counts(int most) {
      slots = new int[Integer.highestOneBit(Math.max(most, 1)) * 4];
      words = new int[most];
      in = new int[most];
      out = new int[most];
    }

    void add(int word, boolean isIn) {
      int slot = word * 0x9E3779B1 >>> 7 & slots.length - 1;
      while (slots[slot] != 0 && words[slots[slot] - 1] != word) {
        slot = slot + 1 & slots.length - 1;
      }
      if (slots[slot] == 0) {
        words[size] = word;
        slots[slot] = ++size;
      }
      (isIn ? in : out)[slots[slot] - 1]++;
    }
  }
}
