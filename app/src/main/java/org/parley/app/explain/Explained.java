package org.parley.app.explain;

import java.util.List;
import java.util.Map;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Json;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.processor.language.Detection;
import org.parley.processor.language.LanguageDetector;
import org.parley.processor.mention.Explanation;
import org.parley.processor.mention.MentionTagger;
import org.parley.processor.mention.Refusal;

/// An article with everything that was found in it, and why.
///
/// @param article which
/// @param language and what told it
/// @param stages of the article as a whole, by concept
/// @param votes by which those stages were chosen, the first mention's counted twice
/// @param mentions in the order of the text
/// @param refusals what could have been a mention and is none
/// @param bodyStart where the body starts in the text
/// @param text clean: what all offsets but `inSource` count in
public record Explained(
    ArticleRef article,
    Detection language,
    Map<String, Stage> stages,
    Map<String, Map<Stage, Integer>> votes,
    List<Mention> mentions,
    List<Refusal> refusals,
    int bodyStart,
    String text) {
  /// Explains articles one after another, as the processor reads them. Thread-safe.
  public static final class Explainer {
    private final LanguageDetector languages = LanguageDetector.load();
    private final MentionTagger tagger;

    public Explainer(MentionTagger tagger) {
      this.tagger = tagger;
    }

    public Explained explain(Article article) {
      Detection language = languages.detection(article.text(), article.statedLanguage());
      Explanation explanation = tagger.explain(article, language.language());
      return new Explained(
          article.ref(),
          language,
          explanation.tagging().stages(),
          explanation.votes(),
          explanation.tagging().mentions(),
          explanation.refusals(),
          article.bodyStart(),
          article.text());
    }
  }

  /// One line of JSON.
  public String toJson() {
    return Json.write(this);
  }
}
