package org.parley.processor;

import java.util.Map;

/// What a processor has done since it started. A step that was repeated after a failure is counted
/// again.
///
/// @param articles read
/// @param redeliveries dropped: an article that was seen before with the same text
/// @param unwanted articles that speak of no concept and that no watch wants
/// @param matches written to the lanes' log
/// @param stories opened
/// @param copies that joined a story
/// @param revisions that stayed in their story
/// @param heldBack copies that a watch wanted and that set off no alert
/// @param alerts written, updates included
/// @param updates among them
/// @param deadLettersByStep written by each step that gave a record up
/// @param watchesRefused that could not be read or followed
/// @param queriesGivenUp how often a watch did not get an article because its text query was too
///   much for it
public record ProcessorCounts(
    long articles,
    long redeliveries,
    long unwanted,
    long matches,
    long stories,
    long copies,
    long revisions,
    long heldBack,
    long alerts,
    long updates,
    Map<String, Long> deadLettersByStep,
    long watchesRefused,
    long queriesGivenUp) {
  public ProcessorCounts {
    deadLettersByStep = Map.copyOf(deadLettersByStep);
  }

  /// Those of all steps.
  public long deadLetters() {
    return deadLettersByStep.values().stream().mapToLong(Long::longValue).sum();
  }
}
