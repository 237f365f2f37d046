package org.parley.processor.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.processor.mention.Rule.Kind;

/// Who talks, who goes between, and where, according to one sentence.
///
/// A party that fights another one of the text talks. Other names near a word of mediation, and
/// organisations known for it, go between. What stands after `in` or `at` is the venue, a town
/// before a country. Where nobody in the sentence is known to fight, the countries next to the
/// trigger are taken to talk.
record Roles(List<String> parties, List<String> goBetweens, @Nullable String venue) {
  private static final int NEAR = 6;

  static Roles of(Passage passage, RuleHit trigger, Sides sides, Lexicon lexicon) {
    NameHit venue = venue(passage, sides, lexicon);
    Set<String> parties = new LinkedHashSet<>();
    Set<String> goBetweens = new LinkedHashSet<>();
    List<RuleHit> mediating = passage.hits(Kind.GO_BETWEEN);
    for (NameHit hit : passage.names()) {
      String party = hit.name().party();
      if (party != null && sides.fights(party) && !hit.equals(venue)) {
        parties.add(party);
      } else if (!hit.equals(venue) && mediates(hit, mediating)) {
        goBetweens.add(party == null ? hit.name().name() : party);
      }
    }
    if (parties.isEmpty()) {
      addNeighbours(passage, trigger, venue, goBetweens, parties);
    }
    goBetweens.removeAll(parties);
    return new Roles(
        List.copyOf(parties), List.copyOf(goBetweens), venue == null ? null : venue.name().name());
  }

  private static boolean mediates(NameHit hit, List<RuleHit> mediating) {
    boolean near =
        mediating.stream()
            .anyMatch(word -> Math.max(hit.start() - word.end(), word.start() - hit.end()) < NEAR);
    return hit.name().kind() != Name.Kind.VENUE && (near || hit.name().mediator());
  }

  private static void addNeighbours(
      Passage passage,
      RuleHit trigger,
      @Nullable NameHit venue,
      Set<String> goBetweens,
      Set<String> parties) {
    for (NameHit hit : passage.names()) {
      String party = hit.name().party();
      int apart = Math.max(hit.start() - trigger.end(), trigger.start() - hit.end());
      if (party != null && apart < NEAR && !hit.equals(venue) && !goBetweens.contains(party)) {
        parties.add(party);
      }
    }
  }

  private static @Nullable NameHit venue(Passage passage, Sides sides, Lexicon lexicon) {
    NameHit venue = null;
    for (NameHit hit : passage.names()) {
      boolean after =
          hit.start() > passage.words().start()
              && stands(passage.words(), hit.start(), lexicon.at());
      String party = hit.name().party();
      boolean home = hit.name().kind() == Name.Kind.COUNTRY && party != null && sides.fights(party);
      if (after && hit.name().isPlace() && !hit.people() && !home) {
        boolean town = hit.name().kind() != Name.Kind.COUNTRY;
        if (venue == null || town && venue.name().kind() == Name.Kind.COUNTRY) {
          venue = hit;
        }
      }
    }
    return venue;
  }

  /// Whether a word that leads to a venue stands before `at`, or before the place named just
  /// before, as in `in Minsk, Belarus`.
  private static boolean stands(Words words, int at, Set<Integer> leading) {
    for (int i = at - 1; i >= Math.max(words.start(), at - 4); i--) {
      if (leading.contains(words.id(i))) {
        return true;
      }
    }
    return false;
  }
}
