package org.parley.processor.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.processor.mention.Rule.Kind;

/// Who talks, who goes between, and where, according to one sentence.
///
/// A party that fights another one of the text talks. Other names near a word of mediation, and
/// organisations known for it, go between. What stands after `in` or `at`, before their like, or
/// has it written to it (`İstanbul'da`), is the venue, a town before a country. Where nobody in the
/// sentence is known to fight, the countries next to the trigger are taken to talk.
record Roles(List<String> parties, List<String> goBetweens, @Nullable String venue) {
  /// How many words away is next to something.
  private static final int NEAR = 6;

  /// How many words away from the trigger a venue may stand.
  private static final int VENUE = 15;

  /// How many words before a place lead to it, as in `in the Danish capital of Copenhagen`.
  private static final int LEADING = 5;

  /// @param hits of the lexicon's cues in the sentence
  static Roles of(Passage passage, List<RuleHit> hits, RuleHit trigger, Sides sides) {
    NameHit venue = venue(passage, trigger, sides);
    Set<String> parties = new LinkedHashSet<>();
    Set<String> goBetweens = new LinkedHashSet<>();
    int near = NEAR * sides.lexicon().signs();
    List<RuleHit> mediating = hits.stream().filter(hit -> hit.is(Kind.GO_BETWEEN)).toList();
    for (NameHit hit : passage.names()) {
      String party = hit.name().party();
      if (party != null && sides.fights(party) && !hit.equals(venue)) {
        parties.add(party);
      } else if (!hit.equals(venue) && mediates(hit, mediating, near)) {
        goBetweens.add(party == null ? hit.name().name() : party);
      }
    }
    if (parties.isEmpty()) {
      addNeighbours(passage, trigger, venue, near, goBetweens, parties);
    }
    goBetweens.removeAll(parties);
    return new Roles(
        List.copyOf(parties), List.copyOf(goBetweens), venue == null ? null : venue.name().name());
  }

  private static boolean mediates(NameHit hit, List<RuleHit> mediating, int near) {
    boolean mediates =
        mediating.stream()
            .anyMatch(word -> Math.max(hit.start() - word.end(), word.start() - hit.end()) < near);
    return hit.name().kind() != Name.Kind.VENUE && (mediates || hit.name().mediator());
  }

  private static void addNeighbours(
      Passage passage,
      RuleHit trigger,
      @Nullable NameHit venue,
      int near,
      Set<String> goBetweens,
      Set<String> parties) {
    for (NameHit hit : passage.names()) {
      String party = hit.name().party();
      boolean next = apart(hit, trigger) < near && hit.name().kind() != Name.Kind.CAPITAL;
      if (party != null && next && !isPlaceOf(hit, venue) && !goBetweens.contains(party)) {
        parties.add(party);
      }
    }
  }

  /// Whether a name is the venue, or says where it lies, as in `Minsk, Belarus`.
  private static boolean isPlaceOf(NameHit hit, @Nullable NameHit venue) {
    return venue != null
        && !hit.people()
        && hit.start() - venue.end() <= 0
        && hit.end() >= venue.start();
  }

  private static @Nullable NameHit venue(Passage passage, RuleHit trigger, Sides sides) {
    NameHit venue = null;
    for (NameHit hit : passage.names()) {
      boolean led = isLedTo(hit, passage.words(), sides.lexicon());
      String party = hit.name().party();
      boolean home = hit.name().kind() == Name.Kind.COUNTRY && party != null && sides.fights(party);
      boolean near = apart(hit, trigger) < VENUE * sides.lexicon().signs();
      if (led && near && hit.name().isPlace() && !hit.people() && !home) {
        boolean town = hit.name().kind() != Name.Kind.COUNTRY;
        if (venue == null || town && venue.name().kind() == Name.Kind.COUNTRY) {
          venue = hit;
        }
      }
    }
    return venue;
  }

  private static int apart(NameHit hit, RuleHit word) {
    return Math.max(hit.start() - word.end(), word.start() - hit.end());
  }

  private static boolean isLedTo(NameHit hit, Words words, Lexicon lexicon) {
    boolean before = hit.start() > words.start() && stands(words, hit.start(), lexicon.at());
    boolean behind = hit.end() < words.end() && words.tokens().isAny(hit.end(), lexicon.behind());
    boolean within =
        words.tokens().saysWhere(hit.start()) || words.tokens().saysWhere(hit.end() - 1);
    return before || behind || within;
  }

  /// Whether a word that leads to a venue stands before `at`, or before the place named just
  /// before, as in `in Minsk, Belarus`.
  private static boolean stands(Words words, int at, Set<Integer> leading) {
    for (int i = at - 1; i >= Math.max(words.start(), at - LEADING); i--) {
      if (words.tokens().isAny(i, leading)) {
        return true;
      }
    }
    return false;
  }
}
