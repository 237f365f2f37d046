package org.parley.processor.event;

import java.util.Arrays;
import org.parley.processor.fingerprint.Wording;

/// The distinct words of a text, in the order in which they first come, and how much each tells by
/// itself: more when it comes often, in the title or the lead, as a name or as a number. How common
/// it is elsewhere is not in it, since that changes with every story. Immutable, thread-safe.
public final class Terms {
  /// The title and the lead say what happened; the rest is background, much of it of other events.
  static final int LEAD = 60;

  static final int LEAD_WEIGHT = 4;
  private static final double NAME_WEIGHT = 2;

  /// Days, years and figures tell a happening from the one before it of the same kind.
  private static final double NUMBER_WEIGHT = 3;

  /// How many words of a text are read.
  static final int MOST_WORDS = 1000;

  private final int[] words;
  private final double[] weights;
  private final int[] places;

  private Terms(int[] words, double[] weights, int[] places) {
    this.words = words;
    this.weights = weights;
    this.places = places;
  }

  /// Reads the terms of a text.
  public static Terms of(Wording wording) {
    int size = Math.min(wording.size(), MOST_WORDS);
    WordTable table = new WordTable(size);
    int[] words = new int[size];
    int[] counts = new int[size];
    int[] places = new int[size];
    boolean[] names = new boolean[size];
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      int code = wording.codes()[i];
      int at = table.put(Wording.word(code), distinct);
      if (at == distinct) {
        words[distinct] = Wording.word(code);
        places[distinct++] = i;
      }
      counts[at] += i < LEAD ? LEAD_WEIGHT : 1;
      names[at] |= Wording.isName(code);
    }
    double[] weights = new double[distinct];
    for (int i = 0; i < distinct; i++) {
      weights[i] = weight(words[i], counts[i], names[i]);
    }
    return new Terms(Arrays.copyOf(words, distinct), weights, Arrays.copyOf(places, distinct));
  }

  /// How much a word tells that comes so often, and perhaps as a name.
  static double weight(int word, int count, boolean isName) {
    return (1 + Logarithms.ofHalves(2L * count))
        * (isName ? NAME_WEIGHT : 1)
        * (Wording.isNumeric(word) ? NUMBER_WEIGHT : 1);
  }

  int size() {
    return words.length;
  }

  int word(int i) {
    return words[i];
  }

  double weight(int i) {
    return weights[i];
  }

  /// Where the word first stands in the text.
  int place(int i) {
    return places[i];
  }

  /// The word that first stands at a place of the text.
  int at(int place) {
    int i = Arrays.binarySearch(places, place);
    if (i < 0) {
      throw new IllegalArgumentException("no word comes first at " + place);
    }
    return words[i];
  }
}
