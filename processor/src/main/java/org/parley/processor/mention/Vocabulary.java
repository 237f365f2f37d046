package org.parley.processor.mention;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The words that a lexicon knows, as small numbers; every other word is [#NONE].
///
/// A word is known in its plain form: small letters, no marks above or below Latin letters, no
/// possessive. A word entered in capitals alone (`US`) is told apart from the same word in small
/// letters. Not thread-safe while words are added; safe to share afterwards.
final class Vocabulary {
  /// The number of a word that no phrase contains.
  static final int NONE = 0;

  /// A word longer than this is not looked up: it is no word.
  private static final int LONGEST = 40;

  private final Map<String, Integer> plain = new HashMap<>();
  private final Map<String, Integer> capitals = new HashMap<>();
  private int next = 1;

  /// The number of a word of the lexicon, given in small letters.
  int add(String word) {
    return plain.computeIfAbsent(PlainForm.of(word), _ -> next++);
  }

  /// The number of a word that counts only when the text has it in capitals.
  int addCapitals(String word) {
    return capitals.computeIfAbsent(word, _ -> next++);
  }

  /// How many words there are, [#NONE] included.
  int size() {
    return next;
  }

  /// The number of the word between two places of a text.
  ///
  /// @param shouting whether the text around is all in capitals, so that capitals say nothing
  int find(String text, int start, int end, boolean shouting) {
    if (end - start > LONGEST) {
      return NONE;
    }
    String word = text.substring(start, end);
    if (!shouting) {
      Integer exact = capitals.get(word);
      if (exact != null) {
        return exact;
      }
    }
    Integer known = plain.get(PlainForm.of(word.toLowerCase(Locale.ROOT)));
    return known == null ? NONE : known;
  }
}
