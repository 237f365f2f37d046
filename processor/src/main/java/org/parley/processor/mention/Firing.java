package org.parley.processor.mention;

import org.jspecify.annotations.Nullable;
import org.parley.processor.mention.Rule.Kind;

/// The trigger that makes a sentence a mention.
///
/// @param rule by which it fires: `strong`, `context` or `gate`
/// @param score 3, 2 or 1
record Firing(RuleHit trigger, String rule, int score) {
  /// The rule by which the rest of the document lets a weak trigger in.
  static final String BY_GATE = "gate";

  private static final int STRONG = 3;
  private static final int CONTEXT = 2;
  private static final int GATE = 1;

  /// Whether a sentence is enough to open the gate for the rest of its document.
  static boolean opensGate(Passage passage) {
    return passage.hasStrong() || passage.speaksOfConflict() && passage.hasWeak();
  }

  /// What fires in a sentence of a document whose gate is open, or `null`.
  static @Nullable Firing in(Passage passage) {
    Firing best = null;
    for (RuleHit trigger : passage.triggers()) {
      Firing firing = of(passage, trigger);
      if (firing != null && (best == null || firing.score > best.score)) {
        best = firing;
      }
    }
    return best;
  }

  /// How a trigger fires in a document whose gate is open, or `null` when it does not.
  static @Nullable Firing of(Passage passage, RuleHit trigger) {
    if (trigger.is(Kind.STRONG)) {
      return new Firing(trigger, "strong", STRONG);
    }
    if (passage.speaksOfConflict()) {
      return new Firing(trigger, "context", CONTEXT);
    }
    return trigger.is(Kind.WEAK) ? new Firing(trigger, BY_GATE, GATE) : null;
  }
}
