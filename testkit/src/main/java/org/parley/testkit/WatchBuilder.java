package org.parley.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Watch;

/// A [Watch] that wants every mention of peace talks.
public final class WatchBuilder {
  private String watchId = "peace-talks";
  private @Nullable String name;
  private @Nullable String concept = Mention.PEACE_TALKS;
  private List<Stage> stages = List.of();
  private List<String> parties = List.of();
  private List<String> languages = List.of();
  private List<String> sources = List.of();
  private int leastScore = 1;
  private Watch.Breadth breadth = Watch.Breadth.BROAD;
  private Watch.Once once = Watch.Once.STORY;
  private @Nullable String query;

  WatchBuilder() {}

  public WatchBuilder id(String watchId) {
    this.watchId = watchId;
    return this;
  }

  public WatchBuilder name(String name) {
    this.name = name;
    return this;
  }

  public WatchBuilder concept(@Nullable String concept) {
    this.concept = concept;
    return this;
  }

  public WatchBuilder stages(Stage... stages) {
    this.stages = List.of(stages);
    return this;
  }

  public WatchBuilder parties(String... parties) {
    this.parties = List.of(parties);
    return this;
  }

  public WatchBuilder languages(String... languages) {
    this.languages = List.of(languages);
    return this;
  }

  public WatchBuilder sources(String... sources) {
    this.sources = List.of(sources);
    return this;
  }

  public WatchBuilder leastScore(int leastScore) {
    this.leastScore = leastScore;
    return this;
  }

  public WatchBuilder strict() {
    breadth = Watch.Breadth.STRICT;
    return this;
  }

  /// In Lucene's syntax.
  public WatchBuilder query(String query) {
    this.query = query;
    return this;
  }

  /// One alert for all stories of an event.
  public WatchBuilder oncePerEvent() {
    once = Watch.Once.EVENT;
    return this;
  }

  public Watch build() {
    return new Watch(
        watchId,
        name,
        concept,
        stages,
        parties,
        languages,
        sources,
        leastScore,
        breadth,
        query,
        once);
  }
}
