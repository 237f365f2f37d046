package org.parley.processor.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.processor.index.IntLog;
import org.parley.processor.index.Postings;

/// Finds the stories that are filed under the same telling words as a new one. A hundred bytes a
/// story; the oldest leave first.
final class TellingWords {
  /// Under how many words a story is filed.
  static final int FILED = 8;

  /// How many of a new story's most telling words are looked up.
  static final int ASKED = 16;

  /// How many of the latest stories under a word are looked at: a word that a thousand stories are
  /// filed under must not make the lane slow.
  private static final int LATEST = 32;

  /// [#FILED] in a row for each story, so that a posting's place tells whose it is.
  private final Postings postings = new Postings();

  /// The lower halves of the stories' numbers.
  private final IntLog numbers = new IntLog();

  /// The places of stories that were taken out before older ones.
  private final Set<Long> gone = new HashSet<>();

  private long last;

  /// @param number greater than those of all before
  /// @param words the words to file it under, at least one and at most [#FILED]
  void add(long number, List<Integer> words) {
    for (int i = 0; i < FILED; i++) {
      postings.add(words.get(i % words.size()));
    }
    numbers.add((int) number);
    last = number;
  }

  void remove(long number) {
    long place = place(number);
    if (place < numbers.end() && number(place) == number) {
      gone.add(place);
    }
    long front = numbers.from();
    while (gone.remove(front)) {
      front++;
    }
    if (front > numbers.from()) {
      numbers.forget(front);
      postings.forget(front * FILED);
    }
  }

  /// The numbers of the stories that share the most telling words, those that share most first, and
  /// of those that share as much the latest.
  ///
  /// @param asked terms of the new story, the most telling first
  /// @param least how much they share at least, as a part of what all words of the new story tell
  /// @param most how many are found at most
  long[] sharing(Terms terms, int[] asked, Likeness likeness, double least, int most) {
    WordTable table = new WordTable(ASKED * LATEST);
    long[] places = new long[asked.length * LATEST];
    double[] shared = new double[places.length];
    int[] found = {0};
    for (int term : asked) {
      double weight = likeness.weight(term) * likeness.weight(term);
      int[] seen = {0};
      long[] before = {-1};
      postings.latest(
          terms.word(term),
          posting -> {
            long place = posting / FILED;
            if (place != before[0] && (gone.isEmpty() || !gone.contains(place))) {
              before[0] = place;
              int at = table.put((int) place & 0x3FFFFFFF, found[0]);
              if (at == found[0]) {
                places[found[0]++] = place;
              }
              shared[at] += weight;
              seen[0]++;
            }
            return seen[0] < LATEST;
          });
    }
    int enough = 0;
    for (int i = 0; i < found[0]; i++) {
      if (shared[i] >= least * likeness.square()) {
        places[enough] = places[i];
        shared[enough++] = shared[i];
      }
    }
    return best(places, shared, enough, most);
  }

  private long[] best(long[] places, double[] shared, int size, int most) {
    int[] best = new int[Math.min(most, size)];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept < best.length) {
        kept++;
      } else if (!comesBefore(i, best[kept - 1], places, shared)) {
        continue;
      }
      int at = kept - 1;
      for (; at > 0 && comesBefore(i, best[at - 1], places, shared); at--) {
        best[at] = best[at - 1];
      }
      best[at] = i;
    }
    long[] numbers = new long[kept];
    for (int i = 0; i < kept; i++) {
      numbers[i] = number(places[best[i]]);
    }
    return numbers;
  }

  private static boolean comesBefore(int a, int b, long[] places, double[] shared) {
    return shared[a] == shared[b] ? places[a] > places[b] : shared[a] > shared[b];
  }

  /// Where a story of this number stands, or would.
  private long place(long number) {
    long low = numbers.from();
    long high = numbers.end();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (number(middle) < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long number(long place) {
    return last - Integer.toUnsignedLong((int) last - numbers.get(place));
  }
}
