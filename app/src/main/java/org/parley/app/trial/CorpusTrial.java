package org.parley.app.trial;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Watch;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.corpus.Reading;
import org.parley.processor.WatchTrial;
import org.parley.processor.WatchTrial.Answer;

/// Tries a watch on a corpus: each text is asked once, as step 1 of the processor does it, and
/// nothing is written anywhere. For one thread and one corpus; close it.
public final class CorpusTrial implements AutoCloseable {
  /// Of an article that no one fetches; no watch asks for it.
  private static final Instant NEVER = Instant.EPOCH;

  private static final String UNDATED = "undated";

  private final Watch watch;
  private final List<Relaxed> parts;
  private final WatchTrial trial;
  private final Set<String> seen = new HashSet<>();
  private final SortedMap<String, Integer> perDay = new TreeMap<>();
  private final SortedMap<String, Integer> withoutPart = new TreeMap<>();
  private int articles;
  private int speaking;
  private int matched;

  /// @throws IllegalArgumentException when the watch cannot be followed; the message says why
  public CorpusTrial(Watch watch) {
    this.watch = watch;
    parts = Relaxed.of(watch);
    trial = WatchTrial.of(parts.stream().map(Relaxed::watch).toList());
  }

  /// Reads the corpus through.
  ///
  /// @param found told of each article that the watch wants
  /// @param refused told why a file or row was refused, one line each
  public TrialResult run(
      Stream<Reading> readings, Consumer<Finding> found, Consumer<String> refused) {
    readings.forEach(reading -> {
      switch (reading) {
        case Reading.Read(Draft draft) -> ask(draft, found, refused);
        case Reading.Refused(_, String reason) -> refused.accept(reason);
      }
    });
    return new TrialResult(
        watch.watchId(), watch.concept(), articles, speaking, matched, perDay, withoutPart);
  }

  private void ask(Draft draft, Consumer<Finding> found, Consumer<String> refused) {
    if (!seen.add(draft.articleId() + draft.textHash())) {
      return;
    }
    Article article = draft.article(1, draft.fetchedAt() == null ? NEVER : draft.fetchedAt());
    Answer answer;
    try {
      answer = trial.ask(article);
    } catch (IllegalArgumentException e) {
      refused.accept(draft.origin().entry() + ": " + e.getMessage());
      return;
    }
    articles++;
    speaking += watch.concept() == null || answer.speaksOf(watch.concept()) ? 1 : 0;
    count(answer);
    List<Mention> passing = answer.wanted().get(parts.getFirst().watch().watchId());
    if (passing != null) {
      matched++;
      perDay.merge(day(draft), 1, Integer::sum);
      found.accept(new Finding(article.ref(), answer.language(), passing));
    }
  }

  private void count(Answer answer) {
    for (Relaxed relaxed : parts.subList(1, parts.size())) {
      boolean wanted = answer.wanted().containsKey(relaxed.watch().watchId());
      withoutPart.merge(relaxed.part(), wanted ? 1 : 0, Integer::sum);
    }
  }

  private static String day(Draft draft) {
    Instant published = draft.publishedAt();
    return published == null ? UNDATED : published.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  @Override
  public void close() {
    trial.close();
  }
}
