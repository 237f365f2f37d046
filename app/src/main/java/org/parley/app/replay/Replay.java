package org.parley.app.replay;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.parley.app.Await;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.WatchBook;
import org.parley.app.process.OneProcess;
import org.parley.app.terminal.Progress;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.Attempt;
import org.parley.contract.Json;
import org.parley.contract.Watch;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.ingest.corpus.Corpus;
import org.parley.ingest.corpus.CorpusException;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.corpus.Reading;

/// Sends a corpus through a world of its own, by the corpus's own clock, and gives the alerts that
/// come of it. Nothing in them depends on when, where or with how many threads it runs.
public final class Replay {
  private static final Duration QUIET = Duration.ofMinutes(30);

  private final OneProcess process;
  private final Plan plan;
  private final Progress progress;

  /// What to replay, and how.
  ///
  /// @param since the first moment, inclusive, by the corpus's clock; none for the beginning
  /// @param until the first moment after; none for the end
  /// @param threads of the processor
  public record Plan(
      List<Watch> watches,
      Speed speed,
      @Nullable Instant since,
      @Nullable Instant until,
      int threads) {
    public Plan {
      watches = List.copyOf(watches);
    }

    public Plan with(List<Watch> watches) {
      return new Plan(watches, speed, since, until, threads);
    }

    private boolean covers(Instant at) {
      return (since == null || !at.isBefore(since)) && (until == null || at.isBefore(until));
    }
  }

  /// Articles with the moments at which they are fetched, in that order.
  ///
  /// @param refused why what was refused was, a line each
  public record Reel(List<ReplayTimes.Timed<Draft>> articles, List<String> refused) {
    public Reel {
      articles = List.copyOf(articles);
      refused = List.copyOf(refused);
    }
  }

  public Replay(OneProcess process, Plan plan, Progress progress) {
    this.process = process;
    this.plan = plan;
    this.progress = progress;
  }

  /// Reads a corpus whole, since it must be sorted.
  ///
  /// @throws Failure when it cannot be read
  public static Reel read(Path path) {
    List<Draft> drafts = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try {
      Corpus.open(path, null)
          .readings()
          .forEach(reading -> {
            switch (reading) {
              case Reading.Read(Draft draft) -> drafts.add(draft);
              case Reading.Refused(_, String reason) -> refused.add(reason);
            }
          });
    } catch (CorpusException e) {
      throw new Failure(ExitCode.NO_INPUT, String.valueOf(e.getMessage()), e);
    }
    return new Reel(ReplayTimes.order(drafts, Draft::fetchedAt, Draft::publishedAt), refused);
  }

  /// Puts an endpoint in the log that is owed every alert of the replay.
  public void deliverTo(Wanted endpoint) {
    new EndpointBook(process.cluster(), Clock.systemUTC()).accept(endpoint, Instant.EPOCH);
  }

  /// Runs it to its end.
  ///
  /// @param attempts told of each attempt; none when no webhook is given
  /// @return the alerts in their order, each as one line of JSON
  public List<String> run(Reel reel, @Nullable Consumer<Attempt> attempts)
      throws InterruptedException {
    new WatchBook(process.cluster()).accept(plan.watches());
    progress.step("starting the processor");
    process.start(plan.threads(), attempts);
    publish(reel);
    progress.step("waiting for the last alert");
    if (!process.awaitQuiet(QUIET)) {
      throw new Failure(ExitCode.UNAVAILABLE, "the replay did not come to an end in " + QUIET);
    }
    TopicSnapshot snapshot = process.cluster().snapshot();
    return snapshot.entries(process.cluster().world().alerts()).stream()
        .map(TopicSnapshot.Entry::value)
        .filter(Alert.class::isInstance)
        .map(Json::write)
        .toList();
  }

  private void publish(Reel reel) {
    var topic = process.cluster().world().articles();
    Map<String, Edition> editions = new HashMap<>();
    Instant before = null;
    int published = 0;
    try (KafkaProducer<String, Article> producer = process.cluster().producer(topic)) {
      for (ReplayTimes.Timed<Draft> timed : reel.articles()) {
        if (!plan.covers(timed.at())) {
          continue;
        }
        Article article = edition(timed, editions);
        if (article != null) {
          pause(before, timed.at());
          before = timed.at();
          var record =
              new ProducerRecord<>(
                  topic.name(), null, timed.at().toEpochMilli(), article.articleId(), article);
          Await.result(producer.send(record), process.cluster().patience());
          progress.step("replaying, article " + ++published + " of " + reel.articles().size());
        }
      }
    }
  }

  /// Which edition of an article was last, and what its text was.
  private record Edition(int revision, String textHash) {}

  /// The article's next revision; none when its text has not changed.
  private static @Nullable Article edition(
      ReplayTimes.Timed<Draft> timed, Map<String, Edition> editions) {
    Draft draft = timed.item();
    Edition last = editions.get(draft.articleId());
    if (last != null && last.textHash().equals(draft.textHash())) {
      return null;
    }
    int revision = last == null ? 1 : last.revision() + 1;
    editions.put(draft.articleId(), new Edition(revision, draft.textHash()));
    return draft.article(revision, timed.at());
  }

  private void pause(@Nullable Instant before, Instant at) {
    if (before != null) {
      LockSupport.parkNanos(plan.speed().wait(Duration.between(before, at)).toNanos());
    }
  }
}
