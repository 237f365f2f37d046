package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which passages two texts share, word by word: each begins at a shingle that both have and goes
/// on in both directions as long as the words are the same, over a few that were left out, put in
/// or replaced. The idea of seed and extend is from Altschul et al., *Basic local alignment search
/// tool* (1990). A rewrite that breaks most shingles still has its passages.
final class Alignment {
  /// How many words in a row may be left out, put in or replaced within a passage.
  private static final int GAP = 4;

  /// How many words of a passage are the same at least.
  private static final int LEAST = 5;

  /// How many words are between two passages that still belong together.
  private static final int NEAR = 15;

  /// How many words into both texts a passage begins that they begin with.
  private static final int NEXT = 2;

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

  /// How many words of the first text the second has.
  int sharedWords() {
    int words = 0;
    for (Passage passage : passages) {
      words += passage.firstEnd() - passage.first();
    }
    return words;
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

  /// The numbers that stand in the same places of both texts: within their passages, and where few
  /// words are between two passages, or after the last one, in both. Before the first one only when
  /// both texts begin with it but for a word or two: a headline is changed freely.
  Figures figures() {
    Alignment reader = new Alignment(first, second);
    Figures all = new Figures(0, 0);
    int i = 0;
    int j = 0;
    for (Passage passage : passages) {
      if (j > 0 || passage.first() <= NEXT && passage.second() <= NEXT) {
        all = all.and(between(i, passage.first(), j, passage.second()));
      }
      all = all.and(reader.within(passage));
      i = passage.firstEnd();
      j = passage.secondEnd();
    }
    return all.and(between(i, first.length, j, second.length));
  }

  private Figures between(int from, int to, int fromSecond, int toSecond) {
    boolean isNear =
        to >= from && to - from <= NEAR && toSecond >= fromSecond && toSecond - fromSecond <= NEAR;
    return isNear ? Figures.of(first, from, to, second, fromSecond, toSecond) : new Figures(0, 0);
  }

  private Figures within(Passage passage) {
    Figures all = new Figures(0, 0);
    int i = passage.first();
    int j = passage.second();
    while (i < passage.firstEnd() && j < passage.secondEnd()) {
      boolean on = step(i, j, 1, 0);
      int to = on ? nextFirst : passage.firstEnd();
      int toSecond = on ? nextSecond : passage.secondEnd();
      all = all.and(Figures.of(first, i, to, second, j, toSecond));
      if (on && Figures.isFigure(first[to])) {
        all = all.and(new Figures(1, 0));
      }
      i = to + 1;
      j = toSecond + 1;
    }
    return all;
  }
}
