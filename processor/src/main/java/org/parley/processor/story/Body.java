package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.processor.fingerprint.Wording;

/// The words of a text as they are compared, from where its comparison starts (see
/// [Wording#start()]) and whatever their capitals.
///
/// @param words their codes in the order of the text
/// @param shingles the hash of each three words in a row; the one at `i` begins with word `i`
/// @param ends of each sentence: the place after its last word, ascending
/// @param skipped how many sentences of the text come before the first of these
record Body(int[] words, int[] shingles, int[] ends, int skipped) {
  static Body of(Wording wording) {
    int start = wording.start();
    int[] words = Arrays.copyOfRange(wording.codes(), start, wording.size());
    for (int i = 0; i < words.length; i++) {
      words[i] = Wording.word(words[i]);
    }
    int skipped = 0;
    while (skipped < wording.ends().length && wording.ends()[skipped] <= start) {
      skipped++;
    }
    int[] ends = Arrays.copyOfRange(wording.ends(), skipped, wording.ends().length);
    for (int i = 0; i < ends.length; i++) {
      ends[i] -= start;
    }
    return new Body(words, wording.shingles(), ends, skipped);
  }

  int size() {
    return words.length;
  }

  int distinctShingles() {
    int[] sorted = shingles.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  boolean isEmpty() {
    return words.length == 0;
  }

  /// Whether both texts have the same words.
  boolean isSame(Body other) {
    return Arrays.equals(words, other.words);
  }

  /// One number for the whole text: texts that are the same have the same.
  int digest() {
    return Arrays.hashCode(words);
  }

  /// The sentences of the text most of whose words are neither known nor a site's own.
  List<Integer> added(boolean[] known, boolean[] frame) {
    List<Integer> added = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      int fresh = 0;
      for (int j = from; j < ends[i]; j++) {
        fresh += known[j] || frame[j] ? 0 : 1;
      }
      if (fresh * 2 > ends[i] - from) {
        added.add(skipped + i);
      }
      from = ends[i];
    }
    return added;
  }

  /// How many words these sentences have.
  ///
  /// @param sentences by their places in the whole text, as [#added] gives them
  int words(List<Integer> sentences) {
    int words = 0;
    for (int sentence : sentences) {
      int place = sentence - skipped;
      words += ends[place] - (place == 0 ? 0 : ends[place - 1]);
    }
    return words;
  }
}
