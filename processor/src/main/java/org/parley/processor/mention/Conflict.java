package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import org.parley.processor.mention.Rule.Kind;

/// What in a sentence speaks of an armed conflict: words of war, armed groups, and two enemies near
/// each other.
///
/// @param places in the order in which they were looked for; none when it does not
record Conflict(List<Place> places) {
  /// Two enemies speak of their war when at most this many words stand between their names.
  private static final int OPPONENTS_WITHIN = 20;

  static Conflict of(List<RuleHit> hits, List<NameHit> names, Lexicon lexicon) {
    List<Place> places = new ArrayList<>();
    List<RuleHit> exclusions = hits.stream().filter(hit -> hit.is(Kind.EXCLUDED)).toList();
    for (RuleHit hit : hits) {
      if (hit.is(Kind.CONTEXT) && exclusions.stream().noneMatch(other -> other.excludes(hit))) {
        places.add(Place.of(hit));
      }
    }
    for (NameHit name : names) {
      if (name.name().kind() == Name.Kind.GROUP) {
        places.add(Place.of(name));
      }
    }
    addOpponents(names, lexicon, places);
    return new Conflict(List.copyOf(places));
  }

  private static void addOpponents(List<NameHit> names, Lexicon lexicon, List<Place> places) {
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size() && isNear(names.get(i), names.get(j), lexicon); j++) {
        String one = names.get(i).name().party();
        String other = names.get(j).name().party();
        if (one != null && other != null && lexicon.areOpponents(one, other)) {
          places.add(Place.of(names.get(i)));
          places.add(Place.of(names.get(j)));
          return;
        }
      }
    }
  }

  private static boolean isNear(NameHit one, NameHit later, Lexicon lexicon) {
    return later.start() - one.end() <= OPPONENTS_WITHIN * lexicon.signs();
  }
}
