package org.parley.processor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.contract.Article;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Mention;
import org.parley.contract.Watch;
import org.parley.processor.ArticleAnalysis.Reading;
import org.parley.processor.watch.InvalidWatchException;
import org.parley.processor.watch.WatchSet;

/// Asks watches about articles exactly as step 1 does, without a broker and without leaving a
/// trace: for who wants to know what a watch would find. Safe for all threads; close it.
public final class WatchTrial implements AutoCloseable {
  private final ArticleAnalysis analysis;
  private final WatchSet watches = new WatchSet();

  private WatchTrial(ArticleAnalysis analysis) {
    this.analysis = analysis;
  }

  /// @param watches of different ids
  /// @throws InvalidWatchException when one of them cannot be followed
  public static WatchTrial of(List<Watch> watches) {
    return of(watches, TaggedAnalysis.load());
  }

  static WatchTrial of(List<Watch> watches, ArticleAnalysis analysis) {
    var trial = new WatchTrial(analysis);
    try {
      watches.forEach(trial.watches::put);
      return trial;
    } catch (InvalidWatchException e) {
      trial.close();
      throw e;
    }
  }

  /// What was made of an article.
  ///
  /// @param language detected, BCP 47
  /// @param mentions all of them, in the order of the text
  /// @param wanted who wants it, by watch: the mentions that passed its filter, none for a watch of
  ///   text alone
  public record Answer(String language, List<Mention> mentions, Map<String, List<Mention>> wanted) {
    public Answer {
      mentions = List.copyOf(mentions);
      wanted = Collections.unmodifiableMap(wanted);
    }

    /// Whether the article speaks of `concept` at all.
    public boolean speaksOf(String concept) {
      return mentions.stream().anyMatch(mention -> mention.concept().equals(concept));
    }
  }

  /// @throws IllegalArgumentException when the article is more than step 1 takes
  public Answer ask(Article article) {
    Limits.check(article);
    Reading reading = analysis.read(article);
    List<WatchHit> hits =
        watches.match(
            new WatchSet.Candidate(
                article.ref(),
                reading.language(),
                reading.mentions(),
                article.text(),
                article.bodyStart()));
    Map<String, List<Mention>> wanted = new LinkedHashMap<>();
    Map<List<Integer>, List<Mention>> lists = new IdentityHashMap<>();
    for (WatchHit hit : hits) {
      wanted.put(
          hit.watchId(),
          lists.computeIfAbsent(
              hit.mentions(), places -> places.stream().map(reading.mentions()::get).toList()));
    }
    return new Answer(reading.language(), reading.mentions(), wanted);
  }

  @Override
  public void close() {
    watches.close();
  }
}
