package org.parley.ingest.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.SourceState;
import org.parley.ingest.corpus.CorpusFile;
import org.parley.ingest.corpus.CorpusFile.Loaded;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.corpus.Reading;

/// Publishes one file of a corpus. For one file and one thread.
final class FilePublication {
  /// How much is put into one transaction, which must be over within ten seconds.
  private static final int BATCH_ROWS = 1000;

  private static final int BATCH_CHARS = 8 * 1024 * 1024;

  private final String corpus;
  private final SourcePublisher publisher;
  private final Known known;
  private final Tally tally;
  private final Clock clock;
  private final List<Change> batch = new ArrayList<>();
  private int batchChars;

  FilePublication(String corpus, SourcePublisher publisher, Known known, Tally tally, Clock clock) {
    this.corpus = corpus;
    this.publisher = publisher;
    this.known = known;
    this.tally = tally;
    this.clock = clock;
  }

  /// What is written together: an entry's state, and its article where that is new.
  private record Change(@Nullable Article article, SourceState state) {}

  void publish(CorpusFile file) {
    Loaded loaded = file.load();
    SourceState before = known.of(corpus, file.name());
    if (before != null && before.sha256().equals(loaded.sha256())) {
      tally.unchanged();
      return;
    }
    int refusals = tally.refusals();
    try (var readings = loaded.readings()) {
      for (Iterator<Reading> all = readings.iterator(); all.hasNext(); ) {
        take(all.next());
      }
    }
    // A file with bad rows is read again next time, so that they are reported again.
    if (loaded.hasRows() && refusals == tally.refusals()) {
      add(
          new Change(
              null,
              new SourceState(
                  corpus, corpus, file.name(), loaded.sha256(), null, 0, null, clock.instant())));
    }
    flush(file.name());
  }

  private void take(Reading reading) {
    switch (reading) {
      case Reading.Refused refused -> tally.refused(refused);
      case Reading.Read read -> take(read.draft());
    }
  }

  private void take(Draft draft) {
    String entry = draft.origin().entry();
    SourceState before = known.of(corpus, entry);
    if (before != null && before.sha256().equals(draft.origin().sha256())) {
      tally.unchanged();
      return;
    }
    String textHash = draft.textHash();
    boolean isNew = !known.has(draft, textHash);
    int revision = known.revision(draft.articleId()) + (isNew ? 1 : 0);
    Instant now = clock.instant();
    SourceState state =
        new SourceState(
            corpus,
            corpus,
            entry,
            draft.origin().sha256(),
            draft.articleId(),
            revision,
            textHash,
            now);
    if (isNew) {
      tally.article(revision);
    } else {
      tally.unchanged();
    }
    add(new Change(isNew ? draft.article(revision, now) : null, state));
  }

  private void add(Change change) {
    known.put(change.state());
    batch.add(change);
    batchChars += change.article() == null ? 0 : change.article().text().length();
    if (batch.size() >= BATCH_ROWS || batchChars >= BATCH_CHARS) {
      flush(String.valueOf(change.state().entry()));
    }
  }

  private void flush(String entry) {
    if (batch.isEmpty()) {
      return;
    }
    publisher.transact(
        entry,
        transaction -> {
          for (Change change : batch) {
            if (change.article() != null) {
              transaction.article(change.article());
            }
            transaction.state(change.state());
          }
        });
    batch.clear();
    batchChars = 0;
  }
}
