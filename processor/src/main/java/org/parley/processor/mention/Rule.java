package org.parley.processor.mention;

import org.jspecify.annotations.Nullable;
import org.parley.contract.Stage;

/// What a phrase of a lexicon means where it stands.
///
/// @param kind what it does
/// @param source the phrase as written
/// @param stage that it speaks for, or none
/// @param weight how strongly it speaks for that stage
/// @param borderline whether readers disagree on a passage that only has this
record Rule(Kind kind, String source, @Nullable Stage stage, double weight, boolean borderline) {
  /// What a phrase does.
  enum Kind {
    /// Fires alone.
    STRONG,
    /// Fires with conflict in the sentence, or in a document that matched.
    WEAK,
    /// Fires only with conflict in the sentence and in a document that matched.
    FAINT,
    /// Speaks of an armed conflict.
    CONTEXT,
    /// A word of another domain: a weak trigger near it does not fire.
    FOREIGN,
    /// Not peace talks, whatever it looks like: what it covers does not fire.
    EXCLUDED,
    /// Speaks for a stage.
    CUE,
    /// Turns a cue after it into its opposite.
    NEGATION,
    /// Before or after a name: this one goes between the others.
    GO_BETWEEN,
    /// Says that something is not so.
    DENIED,
    /// Says that something is so only under a condition, or may be.
    CONDITIONAL,
    /// Says that these are someone's words.
    REPORTING
  }
}
