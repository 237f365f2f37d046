package org.parley.processor.mention;

import java.util.List;

/// What a text speaks of, and what was weighed and refused on the way.
///
/// @param tagging as [MentionTagger#tag] gives it
/// @param refusals in the order of the text
public record Explanation(Tagging tagging, List<Refusal> refusals) {
  public Explanation {
    refusals = List.copyOf(refusals);
  }
}
