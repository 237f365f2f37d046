package org.parley.processor.mention;

import java.util.List;
import java.util.Map;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// What a text says of each concept.
///
/// @param mentions in the order of the text, at most one a sentence and concept
/// @param stages the stage of the article as a whole, by concept; none for a concept without
///   mentions
public record Tagging(List<Mention> mentions, Map<String, Stage> stages) {
  /// Nothing was found.
  public static final Tagging NONE = new Tagging(List.of(), Map.of());

  public Tagging {
    mentions = List.copyOf(mentions);
    stages = Map.copyOf(stages);
  }
}
