package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.processor.index.IntLog;
import org.parley.processor.index.Postings;

/// Finds the articles that may be copies of one another: those that share sampled shingles (Manber,
/// *Finding similar files in a large file system*, 1994; Irber et al., *FracMinHash*, 2022). In
/// memory, and rebuilt from the lane's records: what it answers depends only on which articles are
/// in it and in which order they came, never on articles that have left it.
final class AnchorIndex {
  /// How many of the latest articles under a key are looked at: a site's own words under each of
  /// its articles, or a story of a thousand copies, must not make the lane slow.
  private static final int LATEST = 64;

  /// How many candidates are compared exactly.
  private static final int MOST = 32;

  private static final int LEAST_HITS = 2;

  /// How many postings have one owner noted: fewer than most articles have.
  private static final int BLOCK_BITS = 5;

  /// One in how many shingles is a key; a power of two.
  private final int sampling;

  private final Postings postings = new Postings();

  /// By number, the lower half of the place of the article's first posting.
  private final IntLog starts = new IntLog();

  /// By block of postings, the lower half of the number of the article that has its first.
  private final IntLog owners = new IntLog();

  private final Anchors anchors = new Anchors();

  AnchorIndex(int sampling) {
    this.sampling = sampling;
  }

  /// An article in the index.
  ///
  /// @param number its place in the lane's order
  /// @param storyId which story it belongs to
  /// @param at the lane's time when it came, in milliseconds of the epoch
  record Anchor(long number, String articleId, String storyId, long at) {}

  /// @param anchor with a number and a time above, and not below, those of all that came before
  /// @param shingles distinct, ascending
  void add(Anchor anchor, int[] shingles) {
    if (starts.end() == starts.from()) {
      starts.startAt(anchor.number());
    }
    while (starts.end() <= anchor.number()) {
      starts.add((int) postings.end());
    }
    anchors.add(anchor);
    if (shingles.length > 0) {
      for (int shingle : shingles) {
        if (isKey(shingle)) {
          file(shingle, anchor.number());
        }
      }
      file(digest(shingles), anchor.number());
    }
  }

  private void file(int key, long number) {
    if (owners.end() == postings.end() >>> BLOCK_BITS) {
      owners.add((int) number);
    }
    postings.add(key);
  }

  /// Takes out an article that a later revision replaces.
  void remove(long number) {
    anchors.remove(number);
  }

  /// Which article has a number.
  String articleId(long number) {
    return anchors.get(number).articleId();
  }

  /// The oldest article, or none.
  @Nullable Anchor oldest() {
    return anchors.oldest();
  }

  /// Takes out the oldest article.
  void removeOldest() {
    anchors.removeOldest();
    Anchor oldest = anchors.oldest();
    if (oldest == null) {
      starts.forget(starts.end());
      postings.forget(postings.end());
    } else {
      starts.forget(oldest.number());
      postings.forget(start(oldest.number()));
    }
    owners.forget(postings.from() >>> BLOCK_BITS);
  }

  /// The articles most likely to share much with `shingles`, the likeliest first, and of those that
  /// are equally likely the latest.
  ///
  /// @param shingles distinct
  List<Anchor> candidates(int[] shingles) {
    long[] numbers = new long[LATEST];
    int size = 0;
    for (int key : shingles) {
      if (isKey(key)) {
        if (numbers.length - size < LATEST) {
          numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        size = latest(key, LATEST, numbers, size);
      }
    }
    if (shingles.length > 0) {
      numbers = Arrays.copyOf(numbers, size + LEAST_HITS * MOST);
      for (int i = 0; i < LEAST_HITS; i++) {
        size = latest(digest(shingles), MOST, numbers, size);
      }
    }
    Arrays.sort(numbers, 0, size);
    return likeliest(numbers, size);
  }

  private List<Anchor> likeliest(long[] numbers, int size) {
    record Hits(int count, long number) {}
    List<Hits> hits = new ArrayList<>();
    for (int i = 0, next; i < size; i = next) {
      next = i + 1;
      while (next < size && numbers[next] == numbers[i]) {
        next++;
      }
      if (next - i >= LEAST_HITS) {
        hits.add(new Hits(next - i, numbers[i]));
      }
    }
    hits.sort((a, b) ->
        a.count != b.count ? Integer.compare(b.count, a.count) : Long.compare(b.number, a.number));
    return hits.stream().limit(MOST).map(hit -> anchors.get(hit.number)).toList();
  }

  /// In which stories the sampled shingles of a text stand, as far as the latest articles tell.
  ///
  /// @param shingles distinct
  /// @return the stories' ids by shingle
  Map<Integer, Set<String>> stories(int[] shingles) {
    Map<Integer, Set<String>> stories = new HashMap<>();
    long[] numbers = new long[MOST];
    for (int key : shingles) {
      if (isKey(key)) {
        Set<String> at = stories.computeIfAbsent(key, _ -> new HashSet<>());
        int size = latest(key, MOST, numbers, 0);
        for (int i = 0; i < size; i++) {
          at.add(anchors.get(numbers[i]).storyId());
        }
      }
    }
    return stories;
  }

  /// A key for the whole set: texts that are the same meet there, however short they are.
  private static int digest(int[] shingles) {
    return Arrays.hashCode(shingles);
  }

  /// Whether a shingle is one of the sample.
  boolean isKey(int shingle) {
    return (shingle & (sampling - 1)) == 0;
  }

  /// Puts the numbers of the latest articles that have `key` into `numbers`.
  ///
  /// @return where they end there
  private int latest(int key, int most, long[] numbers, int from) {
    int[] end = {from};
    postings.latest(
        key,
        place -> {
          long number = number(place);
          if (anchors.has(number)) {
            numbers[end[0]++] = number;
          }
          return end[0] < from + most;
        });
    return end[0];
  }

  /// Whose posting it is: the last article that starts at or before it.
  private long number(long place) {
    int owner = owners.get(place >>> BLOCK_BITS);
    long end = starts.end();
    long number = Math.max(starts.from(), end - Integer.toUnsignedLong((int) end - owner));
    while (number + 1 < end && start(number + 1) <= place) {
      number++;
    }
    return number;
  }

  private long start(long number) {
    long end = postings.end();
    return end - Integer.toUnsignedLong((int) end - starts.get(number));
  }
}
