package org.parley.processor.event;

/// Which event a new story reports.
///
/// @param eventId the id of the story that opened it, which may be the new one
/// @param measure how like the event's nearest stories are to the new one, 0 to 1; 0 when it opens
///   the event
/// @param nearest the id of the likest of them; its own when it opens the event
/// @param filed how the new story is filed
public record Happening(String eventId, double measure, String nearest, Filed filed) {}
