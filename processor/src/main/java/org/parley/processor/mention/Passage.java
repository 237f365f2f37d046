package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.processor.mention.Rule.Kind;

/// One sentence with everything that was recognised in it.
///
/// @param words of it
/// @param hits every rule that matched
/// @param triggers those of them that may fire: not excluded, not near another domain's word
/// @param barred the other triggers, and what keeps them from it
/// @param names in it
/// @param conflict what in it speaks of an armed conflict
record Passage(
    Words words,
    List<RuleHit> hits,
    List<RuleHit> triggers,
    List<Barred> barred,
    List<NameHit> names,
    Conflict conflict) {
  /// A weak trigger does not fire with a word of another domain among this many words before or
  /// after it.
  static final int FOREIGN_WITHIN = 4;

  static Passage read(Words words, Lexicon lexicon) {
    List<RuleHit> hits = lexicon.rules().find(words);
    List<NameHit> names = new ArrayList<>();
    for (int i = words.start(); i < words.end(); i++) {
      NameHit name = words.nameAt(i);
      if (name != null) {
        names.add(name);
      }
    }
    List<RuleHit> triggers = new ArrayList<>();
    List<Barred> barred = new ArrayList<>();
    for (RuleHit hit : hits) {
      if (isTrigger(hit)) {
        RuleHit barrier = barrier(hit, hits, lexicon.signs());
        if (barrier == null) {
          triggers.add(hit);
        } else {
          barred.add(new Barred(hit, barrier));
        }
      }
    }
    Conflict conflict = Conflict.of(hits, names, lexicon);
    return new Passage(words, hits, triggers, barred, names, conflict);
  }

  /// Whether it speaks of an armed conflict.
  boolean speaksOfConflict() {
    return !conflict.places().isEmpty();
  }

  boolean hasStrong() {
    return triggers.stream().anyMatch(hit -> hit.is(Kind.STRONG));
  }

  boolean hasWeak() {
    return triggers.stream().anyMatch(hit -> hit.is(Kind.WEAK));
  }

  private static boolean isTrigger(RuleHit hit) {
    return switch (hit.rule().kind()) {
      case STRONG, WEAK, FAINT -> true;
      case CONTEXT, FOREIGN, EXCLUDED -> false;
      case CUE, NEGATION, GO_BETWEEN, DENIED, CONDITIONAL, REPORTING -> false;
    };
  }

  /// What keeps a trigger from firing, or `null`: for all an exclusion that covers it, for all but
  /// strong ones also a word of another domain near it.
  private static @Nullable RuleHit barrier(RuleHit trigger, List<RuleHit> hits, int signs) {
    for (RuleHit other : hits) {
      boolean foreign = !trigger.is(Kind.STRONG) && isForeignTo(other, trigger, hits, signs);
      if (other.excludes(trigger) || foreign) {
        return other;
      }
    }
    return null;
  }

  /// `Arms` is a word of another domain, but not in `lay down their arms`.
  private static boolean isForeignTo(RuleHit other, RuleHit hit, List<RuleHit> hits, int signs) {
    return other.is(Kind.FOREIGN)
        && hit.distance(other) < FOREIGN_WITHIN * signs
        && hits.stream().noneMatch(wider -> wider.is(Kind.CONTEXT) && wider.swallows(other));
  }
}
