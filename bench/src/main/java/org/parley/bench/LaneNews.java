package org.parley.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Match;
import org.parley.contract.Mention;
import org.parley.contract.Stage;
import org.parley.contract.Watch;
import org.parley.processor.event.EventIndex;
import org.parley.processor.event.Filed;
import org.parley.processor.event.Terms;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.processor.fingerprint.Wording;
import org.parley.processor.story.LaneRecord;
import org.parley.processor.story.LaneRecord.Opening;
import org.parley.processor.story.LaneRecord.Standing;
import org.parley.processor.story.StoryLane;
import org.parley.testkit.Sample;

/// [WireNews] as a lane meets it: as matches that one watch wants, and as the records that the lane
/// keeps once it has placed them. Made on all cores, handed out in order.
final class LaneNews {
  static final String LANGUAGE = "en";
  static final Watch WATCH = Sample.watch().id(PipelineBenchmark.WATCH).build();

  /// How many are made at once.
  private static final int CHUNK = 2_000;

  private static final Mention MENTION = Sample.mention().parties("UA", "RU").build();

  private final WireNews news;
  private final Fingerprinter fingerprinter = new Fingerprinter();

  LaneNews(WireNews news) {
    this.news = news;
  }

  /// Takes something of an article, in the order of the articles.
  interface Taker<T> {
    void take(int number, T of);
  }

  /// The matches of the articles from `from` to `until`.
  void matches(int from, int until, Taker<Match> taker) {
    inOrder(from, until, number -> match(news.item(number).article()), taker);
  }

  private Match match(Article article) {
    Fingerprinter.Print print = fingerprinter.of(article.text(), article.bodyStart(), LANGUAGE);
    return new Match(
        article.ref(),
        LANGUAGE,
        Map.of(Mention.PEACE_TALKS, Stage.UNDERWAY),
        List.of(MENTION),
        1,
        List.of(new Match.WatchHit(WATCH.watchId(), WATCH.version(), List.of(0))),
        print.fingerprint(),
        print.sentences().stream()
            .map(span -> new Match.Sentence(span, span.of(article.text())))
            .toList());
  }

  /// A record of the lane.
  ///
  /// @param articleId whose
  /// @param shingles how many distinct ones the article has
  record Stored(String articleId, LaneRecord record, int shingles) {}

  /// The records of the articles from 0 to `until`, as if the lane had found every copy, and as if
  /// each story were an event of its own.
  void records(int until, Taker<Stored> taker) {
    Map<Integer, Integer> members = new HashMap<>();
    var events = new EventIndex(StoryLane.Retention.STANDARD.copies());
    inOrder(
        0,
        until,
        this::made,
        (number, made) -> {
          int before = members.merge(made.item.original(), 1, Integer::sum) - 1;
          Filed filed = before > 0 ? null : events.revise(number, made.terms);
          taker.take(number, stored(made, before, filed));
        });
  }

  /// What takes long to make of an article, and needs no other.
  private record Made(
      WireNews.Item item, Wording wording, Terms terms, String original, int shingles) {}

  private Made made(int number) {
    WireNews.Item item = news.item(number);
    Article article = item.article();
    Wording wording =
        Wording.of(fingerprinter.of(article.text(), article.bodyStart(), LANGUAGE).fingerprint());
    String original = item.original() == number ? article.articleId() : news.id(item.original());
    int shingles = (int) Arrays.stream(wording.shingles()).distinct().count();
    return new Made(item, wording, Terms.of(wording), original, shingles);
  }

  /// @param before how many members its story has
  /// @param filed see [Opening]
  private Stored stored(Made made, int before, @Nullable Filed filed) {
    ArticleRef article = made.item.article().ref();
    Standing standing =
        new Standing(
            before + 1,
            before + 1,
            1 << Stage.UNDERWAY.ordinal(),
            news.at(made.item.original()),
            article.fetchedAt());
    LaneRecord record =
        new LaneRecord(
            made.original,
            made.original,
            made.item.number(),
            made.item.number(),
            article.fetchedAt().toEpochMilli(),
            article.source(),
            standing,
            filed == null ? null : Opening.of(article, made.shingles, filed),
            made.wording);
    return new Stored(article.articleId(), record, made.shingles);
  }

  private static <T> void inOrder(int from, int until, IntFunction<T> maker, Taker<T> taker) {
    for (int start = from; start < until; start += CHUNK) {
      int first = start;
      List<T> made =
          IntStream.range(first, Math.min(until, first + CHUNK))
              .parallel()
              .mapToObj(maker)
              .toList();
      for (int i = 0; i < made.size(); i++) {
        taker.take(first + i, made.get(i));
      }
    }
  }
}
