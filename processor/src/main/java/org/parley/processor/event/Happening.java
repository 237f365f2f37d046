package org.parley.processor.event;

import java.util.List;

/// Which event a new story reports.
///
/// @param eventId the id of the story that opened it, which may be the new one
/// @param measure how like the event's nearest stories are to the new one, 0 to 1; 0 when it opens
///   the event
/// @param nearest the id of the likest of them; its own when it opens the event
/// @param telling where in the story's text the words stand that it is filed under, ascending
public record Happening(String eventId, double measure, String nearest, List<Integer> telling) {
  public Happening {
    telling = List.copyOf(telling);
  }
}
