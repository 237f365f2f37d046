package org.parley.app.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;

/// What was found in a row.
///
/// @param language detected
/// @param mentions in the order of the text
/// @param stage of the article as a whole
record RowReading(String language, List<Mention> mentions, @Nullable Stage stage) {
  /// The highest-scoring mention that overlaps a stretch of the row's text, the first of equals.
  @Nullable Mention bestIn(Span listed) {
    return best(mentions.stream().filter(mention -> overlaps(mention, listed)).toList());
  }

  /// The highest-scoring mention, the first of equals.
  @Nullable Mention best() {
    return best(mentions);
  }

  private static @Nullable Mention best(List<Mention> mentions) {
    Mention best = null;
    for (Mention mention : mentions) {
      best = best == null || mention.score() > best.score() ? mention : best;
    }
    return best;
  }

  /// Those in the row's text that no listed sentence has. A mention in a title that stands beside
  /// the text is outside the text, and not judged.
  List<Mention> strays(List<Row.Listed> sentences) {
    return mentions.stream()
        .filter(mention -> mention.inSource() != null)
        .filter(mention -> sentences.stream().noneMatch(s -> overlaps(mention, s.span())))
        .toList();
  }

  private static boolean overlaps(Mention mention, Span listed) {
    return mention.inSource() != null && mention.inSource().overlaps(listed);
  }
}
