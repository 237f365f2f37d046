package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which passages two texts share, word by word: each begins at a shingle that both have and goes on
/// in both directions as long as the words are the same, over a few that were left out, put in or
/// replaced. The idea of seed and extend is from Altschul et al., *Basic local alignment search
/// tool* (1990). A rewrite that breaks most shingles still has its passages.
final class Alignment {
  /// How many words in a row may be left out, put in or replaced within a passage.
  private static final int GAP = 4;

  /// How many words of a passage are the same at least.
  private static final int LEAST = 5;

  /// At how many of its places in the first text a shingle is tried.
  private static final int PLACES = 4;

  private final int[] first;
  private final int[] second;
  private final boolean[] inFirst;
  private final boolean[] inSecond;
  private final List<Passage> passages = new ArrayList<>();

  /// Where the passage being read goes on.
  private int nextFirst;

  private int nextSecond;

  /// A passage, from its first word to the place after its last in each text.
  record Passage(int first, int firstEnd, int second, int secondEnd) {}

  private Alignment(int[] first, int[] second) {
    this.first = first;
    this.second = second;
    inFirst = new boolean[first.length];
    inSecond = new boolean[second.length];
  }

  /// @param places of the shingles of `first`
  static Alignment of(Body first, ShingleTable places, Body second) {
    Alignment alignment = new Alignment(first.words(), second.words());
    if (Math.min(first.size(), second.size()) >= LEAST) {
      alignment.read(places, second.shingles());
    }
    return alignment;
  }

  static Alignment of(Body first, Body second) {
    return of(first, new ShingleTable(first.shingles()), second);
  }

  /// Which words of the first text the second has.
  boolean[] inFirst() {
    return inFirst;
  }

  boolean[] inSecond() {
    return inSecond;
  }

  /// In the order of the second text.
  List<Passage> passages() {
    return passages;
  }

  private void read(ShingleTable places, int[] shingles) {
    int at = 0;
    while (at < shingles.length) {
      int place = places.first(shingles[at]);
      int seed = place < 0 ? -1 : free(places, place);
      at = seed >= 0 && extend(seed, at) ? passages.getLast().secondEnd() : at + 1;
    }
  }

  /// A place of the shingle that no passage has yet: after the last passage if there is one.
  private int free(ShingleTable places, int from) {
    int after = passages.isEmpty() ? 0 : passages.getLast().firstEnd();
    int free = -1;
    int place = from;
    for (int i = 0; i < PLACES && place >= 0; i++, place = places.after(place)) {
      if (!inFirst[place]) {
        free = place;
        if (place >= after) {
          break;
        }
      }
    }
    return free;
  }

  private boolean extend(int seed, int at) {
    int limit = passages.isEmpty() ? 0 : passages.getLast().secondEnd();
    int same = 3;
    int start = seed;
    int startSecond = at;
    while (step(start - 1, startSecond - 1, -1, limit)) {
      start = nextFirst;
      startSecond = nextSecond;
      same++;
    }
    int end = seed + 2;
    int endSecond = at + 2;
    while (step(end + 1, endSecond + 1, 1, limit)) {
      end = nextFirst;
      endSecond = nextSecond;
      same++;
    }
    if (same < LEAST) {
      return false;
    }
    Arrays.fill(inFirst, start, end + 1, true);
    Arrays.fill(inSecond, startSecond, endSecond + 1, true);
    passages.add(new Passage(start, end + 1, startSecond, endSecond + 1));
    return true;
  }

  /// Finds where a passage goes on from two places: there, or after a gap at the nearest two words
  /// in a row that are the same.
  private boolean step(int i, int j, int direction, int limit) {
    if (!isFree(i, j, limit)) {
      return false;
    }
    if (first[i] == second[j]) {
      return go(i, j);
    }
    for (int longer = 1; longer <= GAP; longer++) {
      for (int shorter = 0; shorter <= longer; shorter++) {
        if (resumes(i + direction * longer, j + direction * shorter, direction, limit)
            || resumes(i + direction * shorter, j + direction * longer, direction, limit)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean resumes(int i, int j, int direction, int limit) {
    return isFree(i, j, limit)
        && isFree(i + direction, j + direction, limit)
        && first[i] == second[j]
        && first[i + direction] == second[j + direction]
        && go(i, j);
  }

  private boolean isFree(int i, int j, int limit) {
    return i >= 0 && j >= limit && i < first.length && j < second.length && !inFirst[i];
  }

  private boolean go(int i, int j) {
    nextFirst = i;
    nextSecond = j;
    return true;
  }

  /// The numbers that stand in the same places of both texts' passages.
  Figures figures() {
    int same = 0;
    int different = 0;
    Alignment reader = new Alignment(first, second);
    for (Passage passage : passages) {
      int i = passage.first();
      int j = passage.second();
      while (i < passage.firstEnd() && j < passage.secondEnd()) {
        boolean on = reader.step(i, j, 1, 0);
        int toFirst = on ? reader.nextFirst : passage.firstEnd();
        int toSecond = on ? reader.nextSecond : passage.secondEnd();
        Figures gap =
            Figures.of(
                Arrays.copyOfRange(first, i, toFirst), Arrays.copyOfRange(second, j, toSecond));
        same += gap.same();
        different += gap.different();
        if (on) {
          same += Figures.isFigure(first[toFirst]) ? 1 : 0;
        }
        i = toFirst + 1;
        j = toSecond + 1;
      }
    }
    return new Figures(same, different);
  }
}
