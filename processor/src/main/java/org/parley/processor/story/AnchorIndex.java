package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the articles that may be copies of one another: those that share sampled shingles. In
/// memory, and rebuilt from the lane's records: what it answers depends only on which articles are
/// in it and in which order they came, never on articles that have left it.
///
/// @see Shingles#with for the exact comparison that each candidate still has to pass
final class AnchorIndex {
  /// One in how many shingles is a key; a power of two.
  private final int sampling;

  /// How many of the latest articles under a key are looked at: a site's own words under each of
  /// its articles, or a story of a thousand copies, must not make the lane slow.
  private static final int LATEST = 256;

  /// How many candidates are compared exactly.
  private static final int MOST = 32;

  private static final int LEAST_HITS = 2;

  private final Postings bySample = new Postings();
  private final Postings bySame = new Postings();
  private final LinkedHashMap<Integer, Anchor> anchors = new LinkedHashMap<>();

  AnchorIndex(int sampling) {
    this.sampling = sampling;
  }

  /// An article in the index.
  ///
  /// @param number its place in the lane's order
  /// @param storyId which story it belongs to
  /// @param at the lane's time when it came, in milliseconds of the epoch
  record Anchor(int number, String articleId, String storyId, long at) {}

  /// @param anchor with a number and a time not below those of all that came before
  void add(Anchor anchor, Shingles shingles) {
    if (shingles.isEmpty()) {
      return;
    }
    anchors.put(anchor.number(), anchor);
    for (int key : keys(shingles)) {
      bySample.add(key, anchor.number());
    }
    bySame.add(shingles.digest(), anchor.number());
  }

  void remove(int number, Shingles shingles) {
    if (anchors.remove(number) != null) {
      for (int key : keys(shingles)) {
        bySample.remove(key, number);
      }
      bySame.remove(shingles.digest(), number);
    }
  }

  /// The articles that came before `limit`, in their order.
  List<Anchor> before(long limit) {
    List<Anchor> old = new ArrayList<>();
    for (Anchor anchor : anchors.values()) {
      if (anchor.at() >= limit) {
        break;
      }
      old.add(anchor);
    }
    return old;
  }

  /// The articles most likely to share much with `shingles`, the likeliest first, and of those that
  /// are equally likely the latest.
  List<Anchor> candidates(Shingles shingles) {
    Map<Integer, Integer> hits = new HashMap<>();
    for (int key : keys(shingles)) {
      for (int number : bySample.latest(key, LATEST)) {
        hits.merge(number, 1, Integer::sum);
      }
    }
    for (int number : bySame.latest(shingles.digest(), MOST)) {
      hits.merge(number, LEAST_HITS, Integer::sum);
    }
    return hits.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_HITS)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .limit(MOST)
        .map(entry -> anchors.get(entry.getKey()))
        .toList();
  }

  /// In which stories the sampled shingles of a text stand.
  Surroundings surroundings(Shingles shingles) {
    Map<Integer, Set<String>> stories = new HashMap<>();
    for (int key : keys(shingles)) {
      Set<String> at = stories.computeIfAbsent(key, _ -> new HashSet<>());
      for (Anchor anchor : anchors(bySample.latest(key, MOST))) {
        at.add(anchor.storyId());
      }
    }
    return new Surroundings(stories);
  }

  private List<Anchor> anchors(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(anchors::get).toList();
  }

  private int[] keys(Shingles shingles) {
    return Arrays.stream(shingles.hashes()).filter(hash -> (hash & (sampling - 1)) == 0).toArray();
  }
}
