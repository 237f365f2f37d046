package org.parley.processor;

import java.util.List;
import java.util.Map;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// Reads an article: its language, and what it speaks of. A function of the article alone; used by
/// many threads.
@FunctionalInterface
interface ArticleAnalysis {
  Reading read(Article article);

  /// What was read.
  ///
  /// @param language BCP 47
  /// @param mentions all of them, in the order of the text
  /// @param stages of the article as a whole, by concept
  record Reading(String language, List<Mention> mentions, Map<String, Stage> stages) {}
}
