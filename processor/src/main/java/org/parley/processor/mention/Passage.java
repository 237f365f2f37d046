package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import org.parley.processor.mention.Rule.Kind;

/// One sentence with everything that was recognised in it.
///
/// @param words of it
/// @param hits every rule that matched
/// @param triggers those of them that may fire: not excluded, not near another domain's word
/// @param names in it
/// @param conflict whether it speaks of an armed conflict
record Passage(
    Words words,
    List<RuleHit> hits,
    List<RuleHit> triggers,
    List<NameHit> names,
    boolean conflict) {
  /// A weak trigger does not fire with a word of another domain among this many words before or
  /// after it.
  static final int FOREIGN_WITHIN = 4;

  /// Two enemies speak of their war when at most this many words stand between their names.
  private static final int OPPONENTS_WITHIN = 20;

  static Passage read(Words words, Lexicon lexicon) {
    List<RuleHit> hits = lexicon.rules().find(words);
    List<NameHit> names = new ArrayList<>();
    for (int i = words.start(); i < words.end(); i++) {
      NameHit name = words.nameAt(i);
      if (name != null) {
        names.add(name);
      }
    }
    return new Passage(
        words, hits, triggers(hits, lexicon.signs()), names, isConflict(hits, names, lexicon));
  }

  boolean hasStrong() {
    return triggers.stream().anyMatch(hit -> hit.rule().kind() == Kind.STRONG);
  }

  boolean hasWeak() {
    return triggers.stream().anyMatch(hit -> hit.rule().kind() == Kind.WEAK);
  }

  private static List<RuleHit> triggers(List<RuleHit> hits, int signs) {
    return hits.stream().filter(hit -> mayFire(hit, hits, signs)).toList();
  }

  private static boolean mayFire(RuleHit hit, List<RuleHit> hits, int signs) {
    return switch (hit.rule().kind()) {
      case STRONG -> hits.stream().noneMatch(other -> excludes(other, hit));
      case WEAK, FAINT ->
          hits.stream()
              .noneMatch(other -> excludes(other, hit) || isForeignTo(other, hit, hits, signs));
      case CONTEXT, FOREIGN, EXCLUDED, CUE, NEGATION, GO_BETWEEN -> false;
    };
  }

  private static boolean excludes(RuleHit other, RuleHit hit) {
    return other.rule().kind() == Kind.EXCLUDED && other.overlaps(hit);
  }

  /// `Arms` is a word of another domain, but not in `lay down their arms`.
  private static boolean isForeignTo(RuleHit other, RuleHit hit, List<RuleHit> hits, int signs) {
    return other.is(Kind.FOREIGN)
        && hit.distance(other) < FOREIGN_WITHIN * signs
        && hits.stream().noneMatch(wider -> wider.is(Kind.CONTEXT) && wider.swallows(other));
  }

  private static boolean isConflict(List<RuleHit> hits, List<NameHit> names, Lexicon lexicon) {
    for (RuleHit hit : hits) {
      if (hit.rule().kind() == Kind.CONTEXT && hits.stream().noneMatch(o -> excludes(o, hit))) {
        return true;
      }
    }
    for (NameHit name : names) {
      if (name.name().kind() == Name.Kind.GROUP) {
        return true;
      }
    }
    return hasOpponents(names, lexicon);
  }

  private static boolean hasOpponents(List<NameHit> names, Lexicon lexicon) {
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size() && isNear(names.get(i), names.get(j), lexicon); j++) {
        String one = names.get(i).name().party();
        String other = names.get(j).name().party();
        if (one != null && other != null && lexicon.areOpponents(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNear(NameHit one, NameHit later, Lexicon lexicon) {
    return later.start() - one.end() <= OPPONENTS_WITHIN * lexicon.signs();
  }
}
