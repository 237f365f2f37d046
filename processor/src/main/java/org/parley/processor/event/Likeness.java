package org.parley.processor.event;

import org.parley.processor.fingerprint.Wording;

/// How like others are to one text: the cosine of the two texts' words, each weighed by what it
/// tells by itself and by how few of the lane's stories have it (Salton and Buckley,
/// *Term-weighting approaches in automatic text retrieval*, 1988). Sums run in the order of the
/// texts, so that the figure is the same to the last bit wherever it is computed.
final class Likeness {
  private final Terms terms;
  private final StoryCounts counts;
  private final WordTable numbers;
  private final double[] rarities;
  private final double square;
  private final double all;

  /// @param counts with the text's own story
  Likeness(Terms terms, StoryCounts counts) {
    this.terms = terms;
    this.counts = counts;
    all = Logarithms.ofHalves(2L * counts.stories() + 2);
    numbers = new WordTable(terms.size());
    rarities = new double[terms.size()];
    double squares = 0;
    for (int i = 0; i < rarities.length; i++) {
      numbers.put(terms.word(i), i);
      rarities[i] = rarity(terms.word(i));
      squares += square(terms.weight(i) * rarities[i]);
    }
    square = squares;
  }

  /// From 0, for what has no word in common, to 1. Only the words that both have are weighed: how
  /// common the other's are was weighed when it opened its story, since to look each of them up
  /// again would cost more than all the rest.
  ///
  /// @param length of the other, see [#length()], when its story opened
  double to(Wording other, float length) {
    int[] counts = new int[terms.size()];
    boolean[] names = new boolean[terms.size()];
    int size = Math.min(other.size(), Terms.MOST_WORDS);
    for (int i = 0; i < size; i++) {
      int at = numbers.get(Wording.word(other.codes()[i]));
      if (at >= 0) {
        counts[at] += i < Terms.LEAD ? Terms.LEAD_WEIGHT : 1;
        names[at] |= Wording.isName(other.codes()[i]);
      }
    }
    double product = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double weight = Terms.weight(terms.word(i), counts[i], names[i]) * rarities[i];
        product += weight * weight(i);
      }
    }
    double lengths = Math.sqrt(square) * length * all;
    return lengths == 0 ? 0 : Math.min(1, product / lengths);
  }

  /// The text's length as a vector of what its terms tell, as a part of the most that a word of
  /// weight 1 could tell: so measured it stays about the same while the lane fills.
  float length() {
    return (float) (Math.sqrt(square) / all);
  }

  /// The text's most telling terms, the most telling first; of those that tell as much the one that
  /// comes first.
  int[] telling(int most) {
    Best best = new Best(most);
    for (int i = 0; i < terms.size(); i++) {
      best.add(i, weight(i));
    }
    return best.places();
  }

  /// The sum of the squares of what the text's terms tell of it.
  double square() {
    return square;
  }

  /// How much a term tells of the text.
  double weight(int term) {
    return terms.weight(term) * rarities[term];
  }

  private double rarity(int word) {
    return Math.max(0, all - Logarithms.ofHalves(2L * counts.of(word) + 1));
  }

  private static double square(double value) {
    return value * value;
  }
}
