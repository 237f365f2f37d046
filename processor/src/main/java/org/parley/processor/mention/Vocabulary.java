package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words that a lexicon knows, as small numbers; every other word is [#NONE].
///
/// A word is known in its [PlainForm]. One that is written with a star at its end is a stem: it
/// stands for every word that begins with it. A word of the text has the number of the longest
/// entry that fits it, itself before any stem; [#is] follows the stems from there. A word that
/// nothing fits is tried again without the affixes of its language. A word entered with its article
/// (`السودان`) counts as the word without it, too, as one that fits a stem does. A word entered in
/// capitals alone (`US`) is told apart from the same word in small letters.
///
/// Not thread-safe while words are added; safe to share afterwards.
final class Vocabulary {
  /// The number of a word that no phrase contains.
  static final int NONE = 0;

  /// What a stem ends in.
  static final String STAR = "*";

  /// The fewest letters of a stem.
  static final int SHORTEST_STEM = 3;

  /// A word longer than this is not looked up: it is no word.
  private static final int LONGEST = 40;

  private record Known(String letters, boolean stem) {}

  private final Affixes affixes;
  private final Map<String, Integer> plain = new HashMap<>();
  private final Map<String, Integer> stems = new HashMap<>();
  private final Map<String, Integer> capitals = new HashMap<>();
  private final List<Known> known = new ArrayList<>(List.of(new Known("", false)));

  /// By number: the longest stem, other than itself, that the entry begins with; without one, the
  /// entry without its article; or [#NONE].
  private final List<Integer> parents = new ArrayList<>(List.of(NONE));

  private int longestStem;

  Vocabulary() {
    this(Affixes.NONE);
  }

  Vocabulary(Affixes affixes) {
    this.affixes = affixes;
  }

  /// The number of a word of the lexicon, given in small letters; a stem ends in `*`.
  ///
  /// @throws IllegalArgumentException when a stem is too short
  int add(String word) {
    if (!word.endsWith(STAR)) {
      return addWhole(PlainForm.of(word));
    }
    String stem = PlainForm.of(word.substring(0, word.length() - 1));
    if (stem.length() < SHORTEST_STEM) {
      throw new IllegalArgumentException(
          "'" + word + "' has fewer than " + SHORTEST_STEM + " letters before the star");
    }
    return stems.computeIfAbsent(stem, letters -> enter(letters, true));
  }

  private int addWhole(String letters) {
    Integer before = plain.get(letters);
    if (before != null) {
      return before;
    }
    String bare = affixes.withoutArticle(letters);
    int parent = bare == null ? NONE : addWhole(bare);
    int number = enter(letters, false);
    plain.put(letters, number);
    if (parents.get(number) == NONE) {
      parents.set(number, parent);
    }
    return number;
  }

  /// The number of a word that counts only when the text has it in capitals.
  int addCapitals(String word) {
    return capitals.computeIfAbsent(word, _ -> enter("", false));
  }

  private int enter(String letters, boolean stem) {
    int number = known.size();
    known.add(new Known(letters, stem));
    parents.add(longestStemOf(letters, stem ? letters.length() - 1 : letters.length()));
    if (stem) {
      longestStem = Math.max(longestStem, letters.length());
      adopt(number, letters);
    }
    return number;
  }

  /// Puts a new stem between its longer words and their stems until now.
  private void adopt(int number, String stem) {
    for (int i = 1; i < number; i++) {
      Known word = known.get(i);
      boolean within = word.letters.startsWith(stem) && !(word.stem && word.letters.equals(stem));
      String parent = known.get(parents.get(i)).letters;
      if (within && (parent.length() < stem.length() || !word.letters.startsWith(parent))) {
        parents.set(i, number);
      }
    }
  }

  private int longestStemOf(String letters, int longest) {
    for (int length = Math.min(longest, longestStem); length >= SHORTEST_STEM; length--) {
      Integer stem = stems.get(letters.substring(0, length));
      if (stem != null) {
        return stem;
      }
    }
    return NONE;
  }

  /// The longest stem, other than itself, that the word with this number begins with; without one,
  /// the word without its article; or [#NONE].
  int stemOf(int number) {
    return number <= NONE ? NONE : parents.get(number);
  }

  /// Whether a word of a text is what a phrase asks for: the same word, or one of its stem.
  boolean is(int word, int wanted) {
    for (int number = word; number != NONE; number = stemOf(number)) {
      if (number == wanted) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word of a text is one of these.
  boolean isAny(int word, Set<Integer> wanted) {
    for (int number = word; number != NONE; number = stemOf(number)) {
      if (wanted.contains(number)) {
        return true;
      }
    }
    return false;
  }

  /// How many words there are, [#NONE] included.
  int size() {
    return known.size();
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
    String letters = PlainForm.of(word.toLowerCase(Locale.ROOT));
    int number = lookUp(letters);
    if (number != NONE || letters.isEmpty()) {
      return number;
    }
    for (String bare : affixes.without(letters)) {
      int without = lookUp(bare);
      if (without != NONE) {
        return without;
      }
    }
    return NONE;
  }

  /// Whether the affixes of the word between two places of a text say in or at.
  boolean saysWhere(String text, int start, int end) {
    String letters = PlainForm.of(text.substring(start, end).toLowerCase(Locale.ROOT));
    return !letters.isEmpty() && lookUp(letters) == NONE && affixes.sayWhere(letters);
  }

  private int lookUp(String letters) {
    Integer exact = plain.get(letters);
    return exact == null ? longestStemOf(letters, letters.length()) : exact;
  }
}
