package org.parley.testkit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Ids;
import org.parley.contract.Mention;
import org.parley.contract.Stage;

/// An [Alert], `NEW` unless its revision is above 1; its id follows from watch and story.
public final class AlertBuilder {
  private String watchId = "peace-talks";
  private @Nullable String storyId;
  private int revision = 1;
  private ArticleRef article = Sample.article().ref();
  private String language = "en";
  private @Nullable Stage stage = Stage.UNDERWAY;
  private List<Mention> mentions = List.of(Sample.mention().build());
  private List<String> reasons = List.of();
  private List<String> sources = List.of();
  private @Nullable Instant at;

  AlertBuilder() {}

  public AlertBuilder watch(String watchId) {
    this.watchId = watchId;
    return this;
  }

  public AlertBuilder of(Article article) {
    this.article = article.ref();
    return this;
  }

  /// The story, if another article than this alert's opened it.
  public AlertBuilder story(String storyId) {
    this.storyId = storyId;
    return this;
  }

  public AlertBuilder revision(int revision) {
    this.revision = revision;
    return this;
  }

  public AlertBuilder language(String language) {
    this.language = language;
    return this;
  }

  public AlertBuilder stage(@Nullable Stage stage) {
    this.stage = stage;
    return this;
  }

  public AlertBuilder mentions(Mention... mentions) {
    this.mentions = List.of(mentions);
    return this;
  }

  public AlertBuilder reasons(String... reasons) {
    this.reasons = List.of(reasons);
    return this;
  }

  public AlertBuilder sources(String... sources) {
    this.sources = List.of(sources);
    return this;
  }

  public AlertBuilder at(Instant instant) {
    at = instant;
    return this;
  }

  public Alert build() {
    String story = storyId == null ? article.articleId() : storyId;
    boolean first = revision == 1;
    List<String> why = List.of(first ? "first sight" : "new stage: ceasefire");
    List<String> publishers = sources.isEmpty() ? List.of(article.source()) : sources;
    return new Alert(
        Ids.alert(watchId, story),
        revision,
        first ? Alert.Kind.NEW : Alert.Kind.UPDATE,
        reasons.isEmpty() ? why : reasons,
        watchId,
        "v1",
        story,
        story,
        language,
        stage,
        article,
        mentions,
        mentions.size(),
        publishers.size(),
        publishers,
        publishers.size(),
        at == null ? article.fetchedAt() : at);
  }
}
