package org.parley.app.evaluate.copies;

import org.parley.contract.Member;

/// Where the lane put a text.
///
/// @param storyId the id of the text that opened its story
/// @param relation how it stands to the story
/// @param matchedId the text that it derives from; its own id for an opener
/// @param measure containment in that text, 0 to 1
public record Placed(
    CopyRow row, String storyId, Member.Relation relation, String matchedId, double measure) {
  /// A line of `id, storyId, relation, matchedId, measure`, separated by tabs.
  String toLine() {
    return String.join(
        "\t", row.id(), storyId, relation.label(), matchedId, Double.toString(measure));
  }
}
