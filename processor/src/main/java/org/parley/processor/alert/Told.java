package org.parley.processor.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.contract.Alert;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// What one watch was told of one story, or event, so far.
///
/// @param revision of the last alert
/// @param sources the greatest milestone of sources that was passed then, 0 for none
/// @param stages of the mentions that it was told of
/// @param denials that it was told of, in the words of [Denial], the first [#MAX_DENIALS]
/// @param mentions the hashes of the sentences that it was told of, the last [#MAX_MENTIONS]
/// @param at the lane's time when it was last of use
public record Told(
    int revision,
    int sources,
    Set<Stage> stages,
    Set<String> denials,
    List<Integer> mentions,
    Instant at) {
  /// How many denials are told apart; beyond that none is news.
  static final int MAX_DENIALS = 50;

  /// How many sentences are known again.
  static final int MAX_MENTIONS = 400;

  public Told {
    stages = stages == null ? Set.of() : new TreeSet<>(stages);
    denials = denials == null ? Set.of() : new TreeSet<>(denials);
    mentions = mentions == null ? List.of() : List.copyOf(mentions);
  }

  /// Nothing yet.
  static Told nothing(Instant now) {
    return new Told(0, 0, Set.of(), Set.of(), List.of(), now);
  }

  /// The same, of use again.
  public Told usedAt(Instant now) {
    return new Told(revision, sources, stages, denials, mentions, now);
  }

  /// This and an alert.
  ///
  /// @param told the mentions of its article that passed the watch's filter, all of them
  Told with(Alert alert, List<Mention> told, Instant now) {
    Set<Stage> allStages = new TreeSet<>(stages);
    Set<String> allDenials = new TreeSet<>(denials);
    Set<Integer> allMentions = new LinkedHashSet<>(mentions);
    for (Mention mention : told) {
      allStages.add(mention.stage());
      String denial = Denial.of(mention);
      if (denial != null && allDenials.size() < MAX_DENIALS) {
        allDenials.add(denial);
      }
      allMentions.add(hash(mention));
    }
    List<Integer> latest = new ArrayList<>(allMentions);
    return new Told(
        alert.revision(),
        Math.max(sources, Reasons.milestone(alert.sourceCount())),
        allStages,
        allDenials,
        latest.subList(Math.max(0, latest.size() - MAX_MENTIONS), latest.size()),
        now);
  }

  /// The stages of mentions that it was not told of.
  Set<Stage> gains(List<Mention> mentions) {
    Set<Stage> gained = new TreeSet<>();
    mentions.forEach(mention -> gained.add(mention.stage()));
    gained.removeAll(stages);
    return gained;
  }

  boolean isNews(String denial) {
    return denials.size() < MAX_DENIALS && !denials.contains(denial);
  }

  boolean isNews(Mention mention) {
    return !mentions.contains(hash(mention));
  }

  /// The same for the same sentence, whatever its marks, spaces and capitals.
  private static int hash(Mention mention) {
    int hash = 1;
    int[] letters = mention.quote().codePoints().filter(Character::isLetterOrDigit).toArray();
    for (int letter : letters) {
      hash = 31 * hash + Character.toLowerCase(letter);
    }
    return hash;
  }
}
