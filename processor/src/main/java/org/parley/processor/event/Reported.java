package org.parley.processor.event;

/// A story that came before, as its lane keeps it.
///
/// @param storyId of it
/// @param eventId which event it reports
/// @param at the lane's time when it opened, in milliseconds of the epoch
/// @param terms of the article that opened it
public record Reported(String storyId, String eventId, long at, Terms terms) {}
