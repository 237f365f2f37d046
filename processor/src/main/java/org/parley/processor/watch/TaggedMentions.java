package org.parley.processor.watch;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// The mentions of one concept in an article, turned inside out: for each tag the mentions that
/// have it, as a set of places in the article's list. A filter is then a few operations on sets of
/// bits, whatever the number of mentions. For one thread.
final class TaggedMentions {
  private static final BitSet NONE = new BitSet();

  private final Map<Stage, BitSet> byStage = new EnumMap<>(Stage.class);
  private final Map<String, BitSet> byParty = new HashMap<>();
  private final NavigableMap<Integer, BitSet> byScore = new TreeMap<>();
  private final BitSet borderline = new BitSet();

  /// Lists already made, since most filters let one of a few sets pass.
  private final Map<BitSet, List<Integer>> lists = new HashMap<>();

  void add(Mention mention, int index) {
    byStage.computeIfAbsent(mention.stage(), _ -> new BitSet()).set(index);
    byScore.computeIfAbsent(mention.score(), _ -> new BitSet()).set(index);
    borderline.set(index, mention.borderline());
    for (String party : mention.parties()) {
      byParty.computeIfAbsent(party.toLowerCase(Locale.ROOT), _ -> new BitSet()).set(index);
    }
  }

  Set<Stage> stages() {
    return byStage.keySet();
  }

  Set<String> parties() {
    return byParty.keySet();
  }

  /// A set of the caller's own.
  BitSet scoring(int least) {
    var scoring = new BitSet();
    byScore.tailMap(least, true).values().forEach(scoring::or);
    return scoring;
  }

  BitSet borderline() {
    return borderline;
  }

  BitSet anyStage(Set<Stage> stages) {
    return any(stages, byStage);
  }

  BitSet anyParty(Set<String> parties) {
    return any(parties, byParty);
  }

  private static <K> BitSet any(Set<K> keys, Map<K, BitSet> sets) {
    if (keys.size() == 1) {
      return sets.getOrDefault(keys.iterator().next(), NONE);
    }
    var any = new BitSet();
    keys.forEach(key -> any.or(sets.getOrDefault(key, NONE)));
    return any;
  }

  /// The places in `set`, ascending, or `null` when there are none.
  @Nullable List<Integer> indexes(BitSet set) {
    return set.isEmpty()
        ? null
        : lists.computeIfAbsent(set, bits -> List.copyOf(bits.stream().boxed().toList()));
  }
}
