package org.parley.processor.mention;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Stage;
import org.parley.processor.mention.Rule.Kind;

/// How far the talks are, according to one sentence.
///
/// Each cue adds its weight to its stage, the more the nearer it stands to the trigger. The trigger
/// speaks for a stage of its own where it has one. A negation shortly before a cue turns it into
/// what the lexicon says, and a cue inside a longer one counts for nothing. The heaviest stage
/// wins, between equals the one that comes first in [Stage]; without enough of any it is
/// [Stage#GENERAL].
///
/// @param votes all cues, each with the stage that it speaks for
record StageReading(Stage stage, List<Vote> votes) {
  /// A negation counts when at most this many words stand between it and the cue.
  private static final int NEGATED_WITHIN = 3;

  /// At this distance in words a cue has half its weight.
  private static final double HALF = 20;

  /// A stage needs more than this to be said at all.
  private static final double DOUBT = 0.8;

  /// A cue whose stage was settled.
  ///
  /// @param negated whether a negation turned it around
  record Vote(RuleHit hit, Stage stage, boolean negated) {}

  /// @param hits of the lexicon's cues in the sentence
  static StageReading of(List<RuleHit> hits, RuleHit trigger, Lexicon lexicon) {
    List<Vote> votes = new ArrayList<>();
    List<RuleHit> negations = hits.stream().filter(hit -> hit.is(Kind.NEGATION)).toList();
    List<RuleHit> cues = hits.stream().filter(hit -> hit.is(Kind.CUE)).toList();
    for (RuleHit cue : cues) {
      // `Willing to hold talks` says more than `hold talks`.
      if (cues.stream().anyMatch(other -> other.swallows(cue))) {
        continue;
      }
      Vote vote = settled(cue, negations, lexicon);
      if (vote != null) {
        votes.add(vote);
      }
    }
    return count(votes, trigger, HALF * lexicon.signs());
  }

  private static @Nullable Vote settled(RuleHit cue, List<RuleHit> negations, Lexicon lexicon) {
    Stage stage = cue.rule().stage();
    if (stage == null) {
      return null;
    }
    boolean negated = negations.stream().anyMatch(negation -> negates(negation, cue));
    Stage turned = negated ? lexicon.negated().getOrDefault(stage, stage) : stage;
    return new Vote(cue, turned, turned != stage);
  }

  private static boolean negates(RuleHit negation, RuleHit cue) {
    int between = cue.start() - negation.end();
    return between >= 0 && between <= NEGATED_WITHIN;
  }

  private static StageReading count(List<Vote> votes, RuleHit trigger, double half) {
    Map<Stage, Double> weights = new EnumMap<>(Stage.class);
    Stage own = trigger.rule().stage();
    if (own != null) {
      weights.merge(own, trigger.rule().weight() / 2, Double::sum);
    }
    for (Vote vote : votes) {
      double near = half / (half + vote.hit.distance(trigger));
      weights.merge(vote.stage, vote.hit.rule().weight() * near, Double::sum);
    }
    Stage heaviest = Stage.GENERAL;
    double most = weights.getOrDefault(Stage.GENERAL, 0.0) + DOUBT;
    for (Map.Entry<Stage, Double> weight : weights.entrySet()) {
      if (weight.getValue() > most) {
        most = weight.getValue();
        heaviest = weight.getKey();
      }
    }
    return new StageReading(heaviest, List.copyOf(votes));
  }

  /// The cues that speak for the stage.
  List<Vote> relied() {
    return votes.stream().filter(vote -> vote.stage == stage).toList();
  }

  /// Whether a negation turned the stage's cues around.
  boolean isDenied() {
    return relied().stream().anyMatch(Vote::negated);
  }
}
