package org.parley.processor.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The passages of a text that other stories have, as the sampled shingles tell, beside what it
/// shares with one story: a round-up has some, an update one at most.
///
/// @param count how many stories have a passage of their own
/// @param places how many sampled shingles there are beside what is shared
/// @param known how many of them stand in the passages
/// @param longest how many of them the longest passage spans
record Parts(int count, int places, int known, int longest) {
  /// In more stories than this a shingle tells of none.
  private static final int TELLING = Sightings.COMMON / 2;

  /// How many sampled shingles make a passage, and how far apart they may be.
  private static final int LEAST = 2;

  private static final int APART = 2;

  /// @param shared which words the text has from `story`
  /// @param frame which are a site's own
  static Parts of(Sightings sightings, boolean[] shared, boolean[] frame, String story) {
    Map<String, Set<Integer>> passages = new TreeMap<>();
    Map<String, Integer> last = new HashMap<>();
    int places = 0;
    for (int i = 0; i < sightings.size(); i++) {
      int middle = Math.min(sightings.place(i) + 1, shared.length - 1);
      if (shared[middle] || frame[middle]) {
        continue;
      }
      int at = places++;
      List<String> stories = sightings.stories(i);
      if (stories.size() > TELLING || stories.contains(story)) {
        continue;
      }
      for (String each : stories) {
        Integer before = last.put(each, at);
        if (before != null && at - before <= APART) {
          Set<Integer> passage = passages.computeIfAbsent(each, _ -> new TreeSet<>());
          passage.add(before);
          passage.add(at);
        }
      }
    }
    return count(new ArrayList<>(passages.values()), places);
  }

  private static Parts count(List<Set<Integer>> passages, int places) {
    passages.sort(Comparator.<Set<Integer>>comparingInt(Set::size).reversed());
    Set<Integer> taken = new HashSet<>();
    int count = 0;
    int known = 0;
    int longest = 0;
    for (Set<Integer> each : passages) {
      TreeSet<Integer> passage = new TreeSet<>(each);
      passage.removeAll(taken);
      if (passage.size() >= LEAST) {
        count++;
        known += passage.size();
        for (int i = passage.first(); i <= passage.last(); i++) {
          taken.add(i);
        }
        longest = Math.max(longest, passage.last() - passage.first() + 1);
      }
    }
    return new Parts(count, places, known, longest);
  }
}
