package org.parley.testkit;

import java.util.ArrayList;
import java.util.List;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Story;
import org.parley.contract.Story.Member;
import org.parley.contract.Story.Relation;

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
    var members = new ArrayList<Member>();
    members.add(member(opener, Relation.OPENER));
    copies.forEach(copy -> members.add(member(copy, Relation.COPY)));
    List<String> sources = members.stream().map(Member::source).distinct().toList();
    return new Story(
        opener.articleId(),
        members.size(),
        language,
        opener,
        opener.fetchedAt(),
        members.getLast().fetchedAt(),
        members,
        members.size(),
        sources,
        sources.size());
  }

  private Member member(ArticleRef article, Relation relation) {
    return new Member(
        article.articleId(),
        article.revision(),
        article.source(),
        article.fetchedAt(),
        relation,
        opener.articleId(),
        1);
  }
}
