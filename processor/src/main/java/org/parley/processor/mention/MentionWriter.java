package org.parley.processor.mention;

import java.util.List;
import java.util.Objects;
import org.parley.contract.Mention;
import org.parley.contract.Mention.Evidence;
import org.parley.contract.Mention.StageCue;
import org.parley.contract.Span;
import org.parley.processor.mention.Rule.Kind;

/// Makes a mention of a sentence that fires: everything that the sentence tells of the talks.
///
/// @param sides who fights whom in the whole text
record MentionWriter(ConceptReading reading, Sides sides) {
  /// A very long sentence has many cues; this many show what was relied on.
  private static final int MOST_WORDS = 20;

  Mention mention(Passage passage, Firing firing, boolean prominent) {
    RuleHit trigger = firing.trigger();
    TextReading text = reading.text();
    Span sentence = passage.words().sentence();
    Span at = text.span(passage.words(), Place.of(trigger));
    Span quote = Quote.around(text.text(), sentence, at, MentionTagger.LONGEST_QUOTE);
    List<RuleHit> hits = reading.lexicon().cues().find(passage.words());
    List<RuleHit> manner = reading.language().claims().find(passage.words());
    List<RuleHit> negations = hits.stream().filter(hit -> hit.is(Kind.NEGATION)).toList();
    StageReading stage = StageReading.of(hits, trigger, reading.lexicon());
    Roles roles = Roles.of(passage, hits, trigger, sides);
    return new Mention(
        reading.lexicon().concept(),
        at,
        text.map().toSource(at),
        sentence,
        quote.of(text.text()),
        quote.start(),
        stage.stage(),
        prominent ? 2 * firing.score() : firing.score(),
        isBorderline(passage),
        roles.parties(),
        roles.goBetweens(),
        roles.venue(),
        new WhenReading(text, reading.language().dates(), manner).of(passage, at, stage.stage()),
        new ClaimReading(passage, manner, negations).of(trigger, stage.isDenied()),
        evidence(passage, firing, stage));
  }

  private static boolean isBorderline(Passage passage) {
    return passage.triggers().stream().allMatch(hit -> hit.rule().borderline());
  }

  private Evidence evidence(Passage passage, Firing firing, StageReading stage) {
    Words words = passage.words();
    return new Evidence(
        firing.rule(),
        quote(words, firing.trigger()),
        firing.trigger().rule().source(),
        context(passage, firing),
        stage.relied().stream()
            .map(vote -> quote(words, vote.hit()))
            .distinct()
            .limit(MOST_WORDS)
            .toList(),
        stage.votes().stream()
            .map(vote -> new StageCue(quote(words, vote.hit()), vote.stage(), vote.negated()))
            .distinct()
            .limit(MOST_WORDS)
            .toList());
  }

  /// What speaks of a conflict in the sentence; where weak words were let in by another sentence,
  /// what fires there.
  private List<String> context(Passage passage, Firing firing) {
    if (firing.rule().equals(Firing.BY_GATE)) {
      Passage opener = Objects.requireNonNull(reading.opener());
      Firing opening = Objects.requireNonNull(Firing.in(opener));
      return List.of(quote(opener.words(), opening.trigger()));
    }
    return passage.conflict().places().stream()
        .map(place -> reading.text().quote(passage.words(), place))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private String quote(Words words, RuleHit hit) {
    return reading.text().quote(words, Place.of(hit));
  }
}
