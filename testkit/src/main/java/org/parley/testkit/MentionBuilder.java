package org.parley.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;

/// A [Mention] of peace talks: one trigger in one sentence.
public final class MentionBuilder {
  private String sentence = "The two sides held peace talks in Geneva on Monday.";
  private String trigger = "peace talks";
  private int sentenceStart;
  private String concept = Mention.PEACE_TALKS;
  private Stage stage = Stage.UNDERWAY;
  private int score = 3;
  private boolean borderline;
  private List<String> parties = List.of();
  private @Nullable String venue;
  private Mention.Claim claim = Mention.Claim.PLAIN;

  MentionBuilder() {}

  /// The sentence, and the words of it that set the mention off.
  public MentionBuilder in(String sentence, String trigger) {
    this.sentence = sentence;
    this.trigger = trigger;
    return this;
  }

  /// Where the sentence starts in the article's text.
  public MentionBuilder at(int sentenceStart) {
    this.sentenceStart = sentenceStart;
    return this;
  }

  public MentionBuilder concept(String concept) {
    this.concept = concept;
    return this;
  }

  public MentionBuilder stage(Stage stage) {
    this.stage = stage;
    return this;
  }

  public MentionBuilder score(int score) {
    this.score = score;
    return this;
  }

  public MentionBuilder borderline() {
    borderline = true;
    return this;
  }

  public MentionBuilder parties(String... parties) {
    this.parties = List.of(parties);
    return this;
  }

  public MentionBuilder venue(@Nullable String venue) {
    this.venue = venue;
    return this;
  }

  public MentionBuilder claim(Mention.Claim claim) {
    this.claim = claim;
    return this;
  }

  public Mention build() {
    int place = sentence.indexOf(trigger);
    if (place < 0) {
      throw new IllegalArgumentException("'" + trigger + "' is not in '" + sentence + "'");
    }
    int start = sentenceStart + place;
    Span at = new Span(start, start + trigger.length());
    return new Mention(
        concept,
        at,
        at,
        new Span(sentenceStart, sentenceStart + sentence.length()),
        sentence,
        sentenceStart,
        stage,
        score,
        borderline,
        parties,
        List.of(),
        venue,
        null,
        claim,
        new Mention.Evidence("strong", trigger, null, List.of(), List.of(), List.of()));
  }
}
