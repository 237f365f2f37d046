package org.parley.processor.mention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Span;

/// Words that could have made a mention and did not, and why.
///
/// @param concept that they would have been a mention of
/// @param at the words, in the clean text
/// @param inSource the same words in the source, where they came from there
/// @param sentence around them
/// @param trigger the words as they stand in the text
/// @param phrase of the lexicon that they are
/// @param tier of that phrase: `strong`, `weak` or `faint`
/// @param reason why they do not count
/// @param by the words that kept them from it, where such words did
/// @param byPhrase of the lexicon that those are
public record Refusal(
    String concept,
    Span at,
    @Nullable Span inSource,
    Span sentence,
    String trigger,
    String phrase,
    String tier,
    Reason reason,
    @Nullable String by,
    @Nullable String byPhrase) {
  /// Why words that could have made a mention do not.
  public enum Reason {
    /// A phrase covers them that only looks like the concept.
    EXCLUDED("part of what only looks like it"),
    /// A word of another domain stands near them.
    FOREIGN("near a word of another domain"),
    /// They need a conflict in their sentence, which speaks of none.
    NO_CONFLICT("faint, and nothing in its sentence speaks of an armed conflict"),
    /// Too weak alone, and no sentence of the article lets weak words in.
    GATE_CLOSED("too weak alone, and nothing in the article opens the gate for it");

    private final String meaning;

    Reason(String meaning) {
      this.meaning = meaning;
    }

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For a person.
    public String meaning() {
      return meaning;
    }
  }
}
