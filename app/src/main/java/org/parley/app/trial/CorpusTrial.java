package org.parley.app.trial;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.contract.Watch;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.corpus.Reading;

/// Tries a watch on a corpus: each text is asked once. For one thread and one corpus; close it.
public final class CorpusTrial implements AutoCloseable {
  /// Of an article that no one fetches; no watch asks for it.
  private static final Instant NEVER = Instant.EPOCH;

  private static final String UNDATED = "undated";

  private final Count count;

  /// @throws IllegalArgumentException when the watch cannot be followed; the message says why
  public CorpusTrial(Watch watch) {
    count = new Count(watch);
  }

  /// Reads the corpus through.
  ///
  /// @param found told of each article that the watch wants
  /// @param refused told why a file or row was refused, one line each
  public TrialResult run(
      Stream<Reading> readings, Consumer<Finding> found, Consumer<String> refused) {
    var listeners = new Count.Listeners(found, refused);
    readings.forEach(reading -> {
      switch (reading) {
        case Reading.Read(Draft draft) -> ask(draft, listeners);
        case Reading.Refused(_, String reason) -> refused.accept(reason);
      }
    });
    return count.result("the corpus");
  }

  private void ask(Draft draft, Count.Listeners listeners) {
    Instant fetched = draft.fetchedAt() == null ? NEVER : draft.fetchedAt();
    count.ask(
        draft.articleId() + draft.textHash(), draft.article(1, fetched), day(draft), listeners);
  }

  private static String day(Draft draft) {
    Instant published = draft.publishedAt();
    return published == null ? UNDATED : published.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  @Override
  public void close() {
    count.close();
  }
}
