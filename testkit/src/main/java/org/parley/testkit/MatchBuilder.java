package org.parley.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Watch;

/// A [Match] of one mention of peace talks that one watch wants.
public final class MatchBuilder {
  private ArticleRef article = Sample.article().ref();
  private String language = "en";
  private Map<String, Stage> stages = Map.of(Mention.PEACE_TALKS, Stage.UNDERWAY);
  private List<Mention> mentions = List.of(Sample.mention().build());
  private final List<Watch> watches = new ArrayList<>();
  private Fingerprint fingerprint = Sample.fingerprint(IntStream.rangeClosed(1, 100).toArray());

  MatchBuilder() {}

  public MatchBuilder of(Article article) {
    return of(article.ref());
  }

  public MatchBuilder of(ArticleRef article) {
    this.article = article;
    return this;
  }

  public MatchBuilder language(String language) {
    this.language = language;
    return this;
  }

  /// How far the talks are, by the article as a whole.
  public MatchBuilder stage(Stage stage) {
    stages = Map.of(Mention.PEACE_TALKS, stage);
    return this;
  }

  public MatchBuilder mentions(Mention... mentions) {
    this.mentions = List.of(mentions);
    return this;
  }

  /// One more watch that wants it, for all its mentions.
  public MatchBuilder wantedBy(Watch watch) {
    watches.add(watch);
    return this;
  }

  public MatchBuilder fingerprint(Fingerprint fingerprint) {
    this.fingerprint = fingerprint;
    return this;
  }

  public Match build() {
    List<Integer> all = IntStream.range(0, mentions.size()).boxed().toList();
    List<Watch> wanting = watches.isEmpty() ? List.of(Sample.watch().build()) : watches;
    return new Match(
        article,
        language,
        stages,
        mentions,
        mentions.size(),
        wanting.stream()
            .map(watch -> new Match.WatchHit(watch.watchId(), watch.version(), all, watch.once()))
            .toList(),
        fingerprint,
        List.of());
  }
}
