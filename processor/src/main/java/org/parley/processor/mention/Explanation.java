package org.parley.processor.mention;

import java.util.List;
import java.util.Map;
import org.parley.contract.Stage;

/// What a text speaks of, and what was weighed and refused on the way.
///
/// @param tagging as [MentionTagger#tag] gives it
/// @param votes how many each stage has of each concept's mentions, the first counted twice
/// @param refusals in the order of the text
public record Explanation(
    Tagging tagging, Map<String, Map<Stage, Integer>> votes, List<Refusal> refusals) {
  public Explanation {
    refusals = List.copyOf(refusals);
  }
}
