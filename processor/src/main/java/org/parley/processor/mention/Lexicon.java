package org.parley.processor.mention;

import java.util.Map;
import java.util.Set;
import org.parley.contract.Stage;

/// Everything that is needed to tag a text of one language with one concept. Immutable once loaded.
///
/// @param language ISO 639-1 code
/// @param concept that it finds
/// @param vocabulary every word of it
/// @param rules the phrases that decide whether a sentence is a mention
/// @param cues the phrases that tell the rest of a mention: its stage, and who goes between
/// @param names it knows
/// @param negated what each stage is turned into by a negation before its cue
/// @param at words that may stand before a venue, by number
/// @param opponents who fights whom, by usual English name
record Lexicon(
    String language,
    String concept,
    Vocabulary vocabulary,
    RuleIndex rules,
    RuleIndex cues,
    NameIndex names,
    Map<Stage, Stage> negated,
    Set<Integer> at,
    Map<String, Set<String>> opponents) {
  /// Whether two parties fight each other.
  boolean areOpponents(String one, String other) {
    return opponents.getOrDefault(one, Set.of()).contains(other);
  }
}
