package org.parley.processor.story;

import java.time.Instant;
import java.util.Set;
import org.parley.contract.Match;
import org.parley.contract.Stage;
import org.parley.contract.Story;

/// What the lane decided about an article.
///
/// @param match that was placed
/// @param story that it belongs to, itself included
/// @param member the article in the story: why it belongs, of whom it derives, and by what measure
/// @param articles how many distinct ones the story has
/// @param gained the stages that no mention in the story had before
/// @param at the lane's time
public record Placement(
    Match match, Story story, Story.Member member, int articles, Set<Stage> gained, Instant at) {
  /// How the article stands to the story.
  public Story.Relation relation() {
    return member.relation();
  }
}
