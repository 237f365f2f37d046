package org.parley.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.testkit.Sample;

/// Reads an article by rules that a test can see through: each name of a stage that stands in the
/// text is a mention at that stage, and the language is what the source states. It fails on the
/// word `unreadable`, and the word `enormous` gives more than a record can hold.
final class WordReading implements ArticleAnalysis {
  @Override
  public Reading read(Article article) {
    if (article.text().contains("unreadable")) {
      throw new IllegalStateException("the analysis fails on this article");
    }
    List<Mention> mentions = new ArrayList<>();
    if (article.text().contains("enormous")) {
      mentions.add(Sample.mention().in("talks " + "x".repeat(9_000_000), "talks").build());
    }
    for (Stage stage : Stage.values()) {
      int at = article.text().indexOf(stage.label());
      if (at >= 0) {
        mentions.add(Sample.mention().in(stage.label(), stage.label()).at(at).stage(stage).build());
      }
    }
    String language = article.statedLanguage() == null ? "und" : article.statedLanguage();
    return new Reading(
        language,
        mentions,
        mentions.isEmpty() ? Map.of() : Map.of(Mention.PEACE_TALKS, mentions.getFirst().stage()));
  }
}
