package org.parley.processor.mention;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// The stage of an article as a whole: that of most mentions, the first one counted twice; between
/// equals the one that comes first in [Stage].
final class ArticleStage {
  private ArticleStage() {}

  /// @param mentions of one concept in the order of the text; at least one
  static Stage of(List<Mention> mentions) {
    Stage most = mentions.getFirst().stage();
    int heaviest = 0;
    for (Map.Entry<Stage, Integer> count : votes(mentions).entrySet()) {
      if (count.getValue() > heaviest) {
        most = count.getKey();
        heaviest = count.getValue();
      }
    }
    return most;
  }

  /// How many votes each stage has, in the order of [Stage].
  ///
  /// @param mentions of one concept in the order of the text; at least one
  static Map<Stage, Integer> votes(List<Mention> mentions) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    counts.merge(mentions.getFirst().stage(), 1, Integer::sum);
    for (Mention mention : mentions) {
      counts.merge(mention.stage(), 1, Integer::sum);
    }
    return counts;
  }
}
