package org.parley.app.evaluate.copies;

import org.parley.contract.Member;

/// Where the lane put a text.
///
/// @param storyId the id of the text that opened its story
/// @param eventId the id of the text that opened its story's event
/// @param relation how it stands to the story
/// @param matchedId the text that it derives from; its own id for an opener
/// @param measure containment in that text, 0 to 1
public record Placed(
    CopyRow row,
    String storyId,
    String eventId,
    Member.Relation relation,
    String matchedId,
    double measure) {
  /// Its story or its event.
  String home(Level level) {
    return switch (level) {
      case STORIES -> storyId;
      case EVENTS -> eventId;
    };
  }

  /// Whether it derives from another text, and so belongs to that one's story.
  boolean isCopy() {
    return !relation.opens();
  }

  /// A line of `id, home, relation, matchedId, measure`, separated by tabs.
  String toLine(Level level) {
    return String.join(
        "\t", row.id(), home(level), relation.label(), matchedId, Double.toString(measure));
  }
}
