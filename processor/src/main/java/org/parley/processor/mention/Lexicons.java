package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Turns what a lexicon writes into numbered words.
final class Lexicons {
  private Lexicons() {}

  /// The words of a spelling such as `cease-fire`, `Abu Mazen`, `переговор*` or `和谈`, entered into
  /// the vocabulary.
  static int[] words(String spelling, Vocabulary vocabulary) {
    List<Integer> words = new ArrayList<>();
    for (String word : spelling.strip().toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      int from = 0;
      for (int i = 0; i <= word.length(); i++) {
        if (i == word.length() || Han.is(word.charAt(i))) {
          if (from < i) {
            words.add(vocabulary.add(word.substring(from, i)));
          }
          if (i < word.length()) {
            words.add(vocabulary.add(word.substring(i, i + 1)));
          }
          from = i + 1;
        }
      }
    }
    return words.stream().mapToInt(Integer::intValue).toArray();
  }
}
