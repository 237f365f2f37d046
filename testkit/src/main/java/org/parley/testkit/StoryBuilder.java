package org.parley.testkit;

import java.util.ArrayList;
import java.util.List;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Stage;
import org.parley.contract.Story;

/// A [Story] of one article and the copies that a test adds.
public final class StoryBuilder {
  private ArticleRef opener = Sample.article().ref();
  private final List<ArticleRef> copies = new ArrayList<>();
  private String language = "en";

  StoryBuilder() {}

  public StoryBuilder openedBy(Article article) {
    opener = article.ref();
    return this;
  }

  public StoryBuilder copy(Article article) {
    copies.add(article.ref());
    return this;
  }

  public StoryBuilder language(String language) {
    this.language = language;
    return this;
  }

  public Story build() {
    List<ArticleRef> members = new ArrayList<>(copies);
    members.addFirst(opener);
    List<String> sources = members.stream().map(ArticleRef::source).distinct().toList();
    return new Story(
        opener.articleId(),
        members.size(),
        language,
        opener.articleId(),
        new Story.Opener(
            opener.articleId(),
            opener.source(),
            opener.url(),
            opener.title(),
            opener.publishedAt(),
            opener.fetchedAt()),
        opener.fetchedAt(),
        members.getLast().fetchedAt(),
        List.of(Stage.UNDERWAY),
        members.size(),
        members.size(),
        sources,
        sources.size());
  }
}
