package org.parley.processor.mention;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention.Claim;
import org.parley.contract.Mention.Claim.Modality;
import org.parley.processor.mention.Rule.Kind;

/// In what manner a sentence speaks of talks: as a fact, as denied, or under a condition, and in
/// whose words.
///
/// A condition near the trigger goes before all else (`no talks until`). A denial near it (`ruled
/// out`), a negation before it in the same clause, and one that turned the stage's cue around deny;
/// a negated denial leaves the matter open (`would not rule out`).
///
/// @param hits of the language's phrases of manner in the sentence
/// @param negations of the concept's lexicon in it
record ClaimReading(Passage passage, List<RuleHit> hits, List<RuleHit> negations) {
  /// A condition or a denial further from the trigger is one of something else.
  private static final int NEAR = 12;

  /// A negation further before the trigger negates something else.
  private static final int NEGATED_WITHIN = 6;

  /// A person who speaks stands at most this far from the word of speaking.
  private static final int SPEAKER_WITHIN = 6;

  /// The same of a group or a country, which more often is only spoken of.
  private static final int OTHERS_WITHIN = 2;

  private static final Set<Name.Kind> SPEAKERS =
      Set.of(Name.Kind.PERSON, Name.Kind.GROUP, Name.Kind.ORGANISATION, Name.Kind.COUNTRY);

  /// @param stageDenied whether a negation turned around the cue of the mention's stage
  Claim of(RuleHit trigger, boolean stageDenied) {
    List<RuleHit> reports = hits.stream().filter(hit -> hit.is(Kind.REPORTING)).toList();
    NameHit speaker = speaker(reports);
    return new Claim(
        modality(trigger, stageDenied),
        !reports.isEmpty(),
        speaker == null ? null : speaker.name().name());
  }

  private Modality modality(RuleHit trigger, boolean stageDenied) {
    if (near(Kind.CONDITIONAL, trigger).findAny().isPresent()) {
      return Modality.CONDITIONAL;
    }
    List<RuleHit> denials = near(Kind.DENIED, trigger).toList();
    if (!denials.isEmpty()) {
      boolean open = denials.stream().allMatch(this::isNegated);
      return open ? Modality.CONDITIONAL : Modality.NEGATED;
    }
    return stageDenied || isNegated(trigger) ? Modality.NEGATED : Modality.ASSERTED;
  }

  private Stream<RuleHit> near(Kind kind, RuleHit trigger) {
    return hits.stream().filter(hit -> hit.is(kind) && hit.distance(trigger) <= NEAR);
  }

  /// Whether a negation stands before the words in the same clause.
  private boolean isNegated(RuleHit hit) {
    return negations.stream().anyMatch(negation -> negates(negation, hit));
  }

  private boolean negates(RuleHit negation, RuleHit hit) {
    int between = hit.start() - negation.end();
    if (between < 0 || between > NEGATED_WITHIN) {
      return false;
    }
    for (int i = negation.end(); i <= hit.start(); i++) {
      if (passage.words().before(i) != Tokens.NEXT) {
        return false;
      }
    }
    return true;
  }

  /// The name nearest to a word of speaking, people before all others, what stands before the word
  /// before what follows it; of `Kremlin spokesman Peskov` the last.
  private @Nullable NameHit speaker(List<RuleHit> reports) {
    NameHit best = null;
    int least = Integer.MAX_VALUE;
    for (RuleHit report : reports) {
      for (NameHit name : passage.names()) {
        int weight = weight(name, report);
        if (weight < least) {
          least = weight;
          best = name;
        }
      }
    }
    return best == null ? null : inApposition(best, reports);
  }

  /// The less, the likelier the name is the speaker's.
  private static int weight(NameHit name, RuleHit report) {
    Name.Kind kind = name.name().kind();
    boolean person = kind == Name.Kind.PERSON;
    int distance = Place.of(report).distance(Place.of(name));
    if (!SPEAKERS.contains(kind) || distance > (person ? SPEAKER_WITHIN : OTHERS_WITHIN)) {
      return Integer.MAX_VALUE;
    }
    boolean after = name.start() >= report.end();
    return 2 * distance + (after ? 1 : 0) + (person ? 0 : 2 * SPEAKER_WITHIN);
  }

  private NameHit inApposition(NameHit best, List<RuleHit> reports) {
    for (NameHit next : passage.names()) {
      int between = next.start() - best.end();
      boolean near = between >= 0 && between <= OTHERS_WITHIN;
      boolean apart =
          reports.stream()
              .anyMatch(report -> report.start() >= best.end() && report.end() <= next.start());
      if (near && !apart && next.name().kind() == Name.Kind.PERSON) {
        return next;
      }
    }
    return best;
  }
}
