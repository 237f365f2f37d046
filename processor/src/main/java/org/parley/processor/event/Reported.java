package org.parley.processor.event;

import org.parley.processor.fingerprint.Wording;

/// A story that came before, as its lane keeps it.
///
/// @param storyId of it
/// @param eventId which event it reports
/// @param at the lane's time when it opened, in milliseconds of the epoch
/// @param wording of the article that opened it
/// @param length see [Filed]
public record Reported(String storyId, String eventId, long at, Wording wording, float length) {}
