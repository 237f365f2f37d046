package org.parley.processor.story;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.parley.contract.Match;
import org.parley.contract.Member.Relation;
import org.parley.contract.Stage;
import org.parley.contract.Story;

/// What the lane decided about an article.
///
/// @param match that was placed
/// @param story that it belongs to, itself included
/// @param relation how the article stands to the story
/// @param matchedId the article that it derives from, or quotes; its own id when there is none
/// @param measure what decided, see [Relation]
/// @param added which sentences of the match the story did not have, ascending; all, for an opener
/// @param gained the stages that no mention in the story had before
/// @param at the lane's time
public record Placement(
    Match match,
    Story story,
    Relation relation,
    String matchedId,
    double measure,
    List<Integer> added,
    Set<Stage> gained,
    Instant at) {}
