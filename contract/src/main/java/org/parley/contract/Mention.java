package org.parley.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in an article's text that speaks of a concept (of peace talks, unless a watch asks for
/// another), with everything a person needs to check the claim.
///
/// @param concept what is spoken of: `peace-talks`
/// @param at the words that were recognised, in the article's clean text
/// @param inSource the same words in the source, where they came from there (see [TextMap])
/// @param sentence the sentence around them, in the clean text
/// @param quote the sentence's words, cut around the mention when it is very long
/// @param quoteStart where `quote` starts in the clean text
/// @param stage how far the talks are, according to this sentence
/// @param score 3 for a phrase that speaks for itself, 2 for a weak one in context, 1 for a weak
///   one admitted by the rest of the document; doubled in title and lead
/// @param borderline whether readers disagree on such a passage; a `strict` watch leaves it out
/// @param parties who talks, by their usual English name
/// @param goBetweens who mediates
/// @param venue where
/// @param evidence which rule fired, on what
public record Mention(
    String concept,
    Span at,
    @Nullable Span inSource,
    Span sentence,
    String quote,
    int quoteStart,
    Stage stage,
    int score,
    boolean borderline,
    List<String> parties,
    List<String> goBetweens,
    @Nullable String venue,
    Evidence evidence) {
  /// The concept that Parley is made for.
  public static final String PEACE_TALKS = "peace-talks";

  public Mention {
    Require.text(concept, "concept");
    Require.present(at, "at");
    Require.present(sentence, "sentence");
    Require.present(quote, "quote");
    Require.present(stage, "stage");
    Require.atLeast(1, score, "score");
    parties = Require.list(parties);
    goBetweens = Require.list(goBetweens);
    Require.present(evidence, "evidence");
  }

  /// Why a passage counts as a mention.
  ///
  /// @param rule the rule's name: `strong`, `context`, `gate`
  /// @param trigger the words that set it off, as they stand in the text
  /// @param cues the words around them that it relied on, the stage's cue included
  public record Evidence(String rule, String trigger, List<String> cues) {
    public Evidence {
      Require.text(rule, "rule");
      Require.text(trigger, "trigger");
      cues = Require.list(cues);
    }
  }
}
