package org.parley.processor;

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
/// @param deadLetters written
/// @param watchesRefused that could not be read or followed
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
    long deadLetters,
    long watchesRefused) {}
