package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
/// @param when the time of the talks, where the sentence states one
/// @param claim in what manner the sentence speaks of them
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
    @Nullable When when,
    Claim claim,
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
    claim = claim == null ? Claim.PLAIN : claim;
    Require.present(evidence, "evidence");
  }

  /// The time of the talks.
  ///
  /// @param words as they stand in the text
  /// @param date that they mean, seen from the day of the article; none when they do not tell
  public record When(String words, @Nullable LocalDate date) {
    public When {
      Require.text(words, "words");
    }
  }

  /// In what manner a sentence speaks of talks.
  ///
  /// @param modality whether it says that there are or were such, that there are not, or leaves it
  ///   open
  /// @param reported whether it gives someone's words
  /// @param speaker whose words, by their usual English name, where they are known
  public record Claim(Modality modality, boolean reported, @Nullable String speaker) {
    /// A plain statement; what a mention of an older version is taken to be.
    public static final Claim PLAIN = new Claim(Modality.ASSERTED, false, null);

    /// How firm a claim is.
    public enum Modality {
      ASSERTED,
      /// `Ruled out`, `no talks`.
      NEGATED,
      /// `Only once`, `no talks until`, `would not rule out`.
      CONDITIONAL;

      @JsonValue
      public String label() {
        return name().toLowerCase(Locale.ROOT);
      }

      @JsonCreator
      public static Modality of(String label) {
        return Require.labelled(values(), Modality::label, label, "modality");
      }
    }

    public Claim {
      modality = modality == null ? Modality.ASSERTED : modality;
    }
  }

  /// Why a passage counts as a mention.
  ///
  /// @param rule the rule's name: `strong`, `context`, `gate`
  /// @param trigger the words that set it off, as they stand in the text
  /// @param phrase of the lexicon that those words are
  /// @param context words and names that speak of an armed conflict; of rule `gate` the words that
  ///   let weak ones in
  /// @param cues the words around them that it relied on, the stage's cue included
  /// @param stageCues all words that spoke for a stage
  public record Evidence(
      String rule,
      String trigger,
      @Nullable String phrase,
      List<String> context,
      List<String> cues,
      List<StageCue> stageCues) {
    public Evidence {
      Require.text(rule, "rule");
      Require.text(trigger, "trigger");
      context = Require.list(context);
      cues = Require.list(cues);
      stageCues = Require.list(stageCues);
    }
  }

  /// Words that speak for a stage.
  ///
  /// @param words as they stand in the text
  /// @param stage that they speak for here
  /// @param negated whether a negation turned them around to it
  public record StageCue(String words, Stage stage, boolean negated) {
    public StageCue {
      Require.text(words, "words");
      Require.present(stage, "stage");
    }
  }
}
