package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Turns what a lexicon writes into numbered words.
final class Lexicons {
  private Lexicons() {}

  /// The words of a spelling such as `cease-fire` or `Abu Mazen`, entered into the vocabulary.
  static int[] words(String spelling, Vocabulary vocabulary) {
    List<Integer> words = new ArrayList<>();
    for (String word : spelling.strip().toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      words.add(vocabulary.add(word));
    }
    return words.stream().mapToInt(Integer::intValue).toArray();
  }
}
