package org.parley.processor;

import org.parley.contract.Article;
import org.parley.processor.language.LanguageDetector;
import org.parley.processor.mention.MentionTagger;
import org.parley.processor.mention.Tagging;

/// Detects the language and finds the mentions.
record TaggedAnalysis(LanguageDetector languages, MentionTagger mentions)
    implements ArticleAnalysis {
  static TaggedAnalysis load() {
    return new TaggedAnalysis(LanguageDetector.load(), MentionTagger.load());
  }

  @Override
  public Reading read(Article article) {
    String language = languages.detect(article.text(), article.statedLanguage());
    Tagging tagging = mentions.tag(article, language);
    return new Reading(language, tagging.mentions(), tagging.stages());
  }
}
