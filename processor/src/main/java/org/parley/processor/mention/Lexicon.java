package org.parley.processor.mention;

import java.util.Map;
import java.util.Set;
import org.parley.contract.Stage;

/// Everything that is needed to find one concept in texts of one language, given the language's
/// words and names. Immutable once loaded.
///
/// @param concept that it finds
/// @param rules the phrases that decide whether a sentence is a mention
/// @param cues the phrases that tell the rest of a mention: its stage, and who goes between
/// @param negated what each stage is turned into by a negation before its cue
/// @param at words that may stand before a venue, by number
/// @param behind words that may stand right after a venue, by number
/// @param opponents who fights whom, by usual English name
/// @param signs how many words of a text stand for one of other languages: two in Chinese, whose
///   words are signs, else one; distances count so many times as far
record Lexicon(
    String concept,
    RuleIndex rules,
    RuleIndex cues,
    Map<Stage, Stage> negated,
    Set<Integer> at,
    Set<Integer> behind,
    Map<String, Set<String>> opponents,
    int signs) {
  /// Whether two parties fight each other.
  boolean areOpponents(String one, String other) {
    return opponents.getOrDefault(one, Set.of()).contains(other);
  }
}
