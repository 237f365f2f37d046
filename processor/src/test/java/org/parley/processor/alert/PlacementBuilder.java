package org.parley.processor.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.contract.ArticleRef;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Match.WatchHit;
import org.parley.contract.Member.Relation;
import org.parley.contract.Mention;
import org.parley.contract.Span;
import org.parley.contract.Stage;
import org.parley.contract.Story;
import org.parley.processor.story.Placement;
import org.parley.testkit.ManualClock;
import org.parley.testkit.MentionBuilder;
import org.parley.testkit.Sample;

/// An article placed in a story, for tests: its text has four sentences of [#SENTENCE] characters,
/// the first of them the headline.
final class PlacementBuilder {
  static final Instant NOW = ManualClock.START;
  static final int SENTENCE = 100;

  private static final int SENTENCES = 4;

  private Relation relation = Relation.COPY;
  private int sources = 2;
  private Set<Stage> gained = Set.of();
  private List<Integer> added = List.of();
  private List<Mention> mentions = List.of();
  private int shown = SENTENCES;

  static PlacementBuilder placed(Relation relation) {
    var builder = new PlacementBuilder();
    builder.relation = relation;
    return builder;
  }

  /// A mention in a sentence of that number.
  static MentionBuilder mention(int sentence, String words) {
    return Sample.mention().in(words, words).at(sentence * SENTENCE);
  }

  /// A watch that wants those of the mentions.
  static WatchHit hit(Integer... mentions) {
    return new WatchHit("peace-talks", "v1", List.of(mentions));
  }

  PlacementBuilder sources(int sources) {
    this.sources = sources;
    return this;
  }

  PlacementBuilder gained(Stage... stages) {
    gained = Set.of(stages);
    return this;
  }

  PlacementBuilder added(Integer... sentences) {
    added = List.of(sentences);
    return this;
  }

  PlacementBuilder mentions(List<Mention> mentions) {
    this.mentions = mentions;
    return this;
  }

  PlacementBuilder mentions(Mention... mentions) {
    return mentions(List.of(mentions));
  }

  /// How many of its sentences the match shows.
  PlacementBuilder shown(int shown) {
    this.shown = shown;
    return this;
  }

  Placement build() {
    ArticleRef article = Sample.article().build().ref();
    int[] words = IntStream.rangeClosed(1, SENTENCES * 10).toArray();
    Match match =
        new Match(
            article,
            "en",
            Map.of(Mention.PEACE_TALKS, Stage.SCHEDULED),
            mentions,
            mentions.size(),
            List.of(),
            Fingerprint.of(words, 10, List.of(10, 10, 10, 10), 1),
            IntStream.range(0, shown)
                .mapToObj(i -> new Match.Sentence(span(i), "sentence " + i))
                .toList());
    return new Placement(
        match, story(article), relation, article.articleId(), 1, added, gained, NOW);
  }

  private static Span span(int sentence) {
    return new Span(sentence * SENTENCE, (sentence + 1) * SENTENCE);
  }

  private Story story(ArticleRef article) {
    List<String> names = IntStream.range(0, sources).mapToObj(i -> "s" + i + ".example").toList();
    return new Story(
        article.articleId(),
        sources,
        "en",
        "event",
        new Story.Opener(article.articleId(), "s0.example", null, null, null, NOW),
        NOW,
        NOW,
        List.of(),
        sources,
        sources,
        names.subList(0, Math.min(names.size(), Story.MAX_SOURCES)),
        sources);
  }
}
