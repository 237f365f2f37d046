package org.parley.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.ArticleRef;
import org.parley.contract.Ids;
import org.parley.contract.LatencyListener;
import org.parley.contract.Match;
import org.parley.contract.Match.WatchHit;
import org.parley.processor.ArticleAnalysis.Reading;
import org.parley.processor.fingerprint.Fingerprinter;
import org.parley.processor.watch.WatchSet;

/// Step 1: reads each article once and asks the watches which of them want it. Drops redeliveries;
/// an article that speaks of nothing and that no watch wants ends here. Runs on as many partitions
/// as wanted.
final class AnalyseStep implements Processor<String, Article, String, Match> {
  static final String NAME = "analyse";
  static final String STORE = "seen";

  /// How long an article is known again.
  static final Duration KNOWN = Duration.ofDays(30);

  /// How far a record may say that it was fetched after it was written: what Kafka allows.
  private static final Duration AHEAD = Duration.ofHours(1);

  private final ArticleAnalysis analysis;
  private final WatchSet watches;
  private final Tally tally;
  private final Fingerprinter fingerprinter = new Fingerprinter();

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Match> context;

  @SuppressWarnings("NullAway.Init")
  private CommitPace pace;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Seen> store;

  @SuppressWarnings("NullAway.Init")
  private Sweep<Seen> sweep;

  AnalyseStep(ArticleAnalysis analysis, WatchSet watches, Tally tally) {
    this.analysis = analysis;
    this.watches = watches;
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<String, Match> context) {
    this.context = context;
    pace = new CommitPace(context);
    store = context.getStateStore(STORE);
    sweep = new Sweep<>(store, Seen::at, KNOWN);
  }

  @Override
  public void process(Record<String, Article> record) {
    tally.articles.increment();
    pace.processed(record.timestamp());
    Article article = record.value();
    if (article == null) {
      throw new IllegalArgumentException("the record has no value; an article is never deleted");
    }
    Limits.check(article);
    sweep.at(record.timestamp());
    Seen before = seen(article.articleId(), record.timestamp());
    String textHash = Ids.text(article.text());
    if (before != null && before.covers(article.revision(), textHash)) {
      tally.redeliveries.increment();
      return;
    }
    ArticleRef ref = settled(article.ref(), record.timestamp());
    Match match = match(article, ref, before == null ? null : before.lane());
    String lane = match == null ? (before == null ? null : before.lane()) : match.language();
    store.put(
        article.articleId(), new Seen(article.revision(), textHash, lane, record.timestamp()));
    if (match == null) {
      tally.unwanted.increment();
    } else {
      tally.matches.increment();
      context.forward(
          new Record<>(match.language(), match, Math.max(0, ref.fetchedAt().toEpochMilli())));
      tally.reached(
          LatencyListener.Point.MATCHED, record.timestamp(), context.currentSystemTimeMs());
    }
  }

  private @Nullable Seen seen(String articleId, long now) {
    Seen seen = store.get(articleId);
    return seen == null || sweep.isOld(seen.at(), now) ? null : seen;
  }

  /// The article with a fetch time that can be: one from the future would end every window.
  private static ArticleRef settled(ArticleRef ref, long writtenAt) {
    Instant written = Instant.ofEpochMilli(writtenAt);
    if (!ref.fetchedAt().isAfter(written.plus(AHEAD))) {
      return ref;
    }
    return new ArticleRef(
        ref.articleId(),
        ref.revision(),
        ref.origin(),
        ref.source(),
        ref.url(),
        ref.title(),
        ref.author(),
        ref.publishedAt(),
        written);
  }

  private @Nullable Match match(Article article, ArticleRef ref, @Nullable String lane) {
    Reading reading = analysis.read(article);
    List<WatchHit> hits =
        watches.match(
            new WatchSet.Candidate(
                ref, reading.language(), reading.mentions(), article.text(), article.bodyStart()));
    if (reading.mentions().isEmpty() && hits.isEmpty()) {
      return null;
    }
    String language = lane == null ? reading.language() : lane;
    Fingerprinter.Print print =
        fingerprinter.of(article.text(), article.bodyStart(), reading.language());
    int kept = Math.min(Match.MAX_MENTIONS, reading.mentions().size());
    return new Match(
        ref,
        language,
        reading.stages(),
        reading.mentions().subList(0, kept),
        reading.mentions().size(),
        hits.stream().map(hit -> within(hit, kept)).toList(),
        print.fingerprint(),
        print.sentences().stream()
            .limit(Match.MAX_SENTENCES)
            .map(span -> new Match.Sentence(span, span.of(article.text())))
            .toList());
  }

  private static WatchHit within(WatchHit hit, int kept) {
    return new WatchHit(
        hit.watchId(),
        hit.version(),
        hit.mentions().stream().filter(place -> place < kept).toList(),
        hit.once());
  }
}
