package org.parley.processor.story;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// In which stories each sampled shingle of a text stands. It tells what a comparison of two texts
/// cannot: that what they share is a site's frame (a sign-up block, a list of links), which stands
/// in articles of many stories; and that a text is a round-up, whose parts stand in a story each.
///
/// @param stories by shingle
record Surroundings(Map<Integer, Set<String>> stories) {
  /// In this many stories a shingle is nobody's own.
  private static final int COMMON = 6;

  /// In more stories than this a shingle tells of none.
  private static final int TELLING = 3;

  /// How much of the shorter text's own shingles copies share at least.
  private static final double LEAST_OWN_SHARED = .3;

  /// How many sampled shingles make a part, how many parts beside the first a round-up, and how
  /// much of the text they are.
  private static final int PART = 2;

  private static final int PARTS = 2;
  private static final double LEAST_IN_PARTS = .2;

  private Set<Integer> keys() {
    return stories.keySet();
  }

  /// Whether what this text shares with another is mostly found in many stories.
  boolean sharesOnlyFrame(Surroundings other) {
    Set<Integer> own = own();
    Set<Integer> others = other.own();
    long shared = own.stream().filter(others::contains).count();
    return shared < LEAST_OWN_SHARED * Math.min(own.size(), others.size());
  }

  private Set<Integer> own() {
    Set<Integer> own = new HashSet<>();
    stories.forEach((key, at) -> {
      if (at.size() < COMMON) {
        own.add(key);
      }
    });
    return own;
  }

  /// Whether the text holds parts of other stories beside the one that it seems to belong to.
  boolean isRoundupBeside(String story) {
    Set<Integer> first = new HashSet<>(keys());
    first.removeIf(key -> !at(key).contains(story));
    return hasParts(story, first);
  }

  /// Whether the text of `story` holds parts of other stories beside the part that it shares with
  /// `part`.
  boolean isRoundupOf(String story, Surroundings part) {
    return hasParts(story, new HashSet<>(part.keys()));
  }

  /// @param taken shingles that belong to the first part; it grows
  private boolean hasParts(String story, Set<Integer> taken) {
    int parts = 0;
    int covered = 0;
    for (Set<Integer> part : byStory(story)) {
      Set<Integer> rest = new HashSet<>(part);
      rest.removeAll(taken);
      if (rest.size() >= PART) {
        parts++;
        covered += rest.size();
        taken.addAll(rest);
      }
    }
    return parts >= PARTS && covered >= LEAST_IN_PARTS * keys().size();
  }

  /// For each story but one the shingles that tell of it, the most first.
  private List<Set<Integer>> byStory(String but) {
    Map<String, Set<Integer>> byStory = new TreeMap<>();
    stories.forEach((key, at) -> {
      if (at.size() <= TELLING) {
        at.forEach(story -> byStory.computeIfAbsent(story, _ -> new HashSet<>()).add(key));
      }
    });
    byStory.remove(but);
    return byStory.values().stream()
        .sorted(Comparator.<Set<Integer>>comparingInt(Set::size).reversed())
        .toList();
  }

  private Set<String> at(int key) {
    return stories.getOrDefault(key, Set.of());
  }
}
