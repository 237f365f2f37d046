package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.app.ExitCode;

/// Lets a corpus grow and has `parley ingest` publish it, file by file, on a thread of its own. An
/// ingest that ends because there is no broker is started again, as a user would; now and then one
/// is killed in the middle. Any other end of it is a failure.
final class Feeder implements AutoCloseable {
  private static final int KILLED_ONE_IN = 8;
  private static final int LATEST_KILL_MILLIS = 3000;

  private final Installation parley;
  private final GrowingCorpus corpus;
  private final Random random;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile boolean finishing;
  private int refusals;
  private int kills;

  Feeder(Installation parley, GrowingCorpus corpus, long seed) {
    this.parley = parley;
    this.corpus = corpus;
    random = new Random(seed);
    Thread.ofPlatform().name("feeder").daemon().start(this::feed);
  }

  private void feed() {
    try {
      while (!finishing) {
        corpus.grow();
        publish();
      }
      done.complete(null);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  private void publish() {
    while (true) {
      try (ParleyProcess ingest = parley.command("ingest", corpus.folder().toString())) {
        if (random.nextInt(KILLED_ONE_IN) == 0 && isKilled(ingest)) {
          kills++;
        } else if (isDone(ingest)) {
          return;
        }
      }
    }
  }

  private boolean isKilled(ParleyProcess ingest) {
    if (ingest.endsWithin(java.time.Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)))) {
      return false;
    }
    ingest.kill();
    return true;
  }

  private boolean isDone(ParleyProcess ingest) {
    if (ingest.awaitEnd() == ExitCode.DONE.number()) {
      return true;
    }
    refusals++;
    assertThat(ingest.messages()).as("one clear line of %s", ingest).hasSize(1);
    assertThat(ingest.exitCode()).as("%s", ingest).isEqualTo(ExitCode.UNAVAILABLE.number());
    return false;
  }

  /// @throws AssertionError when ingest ended as it must not
  void check() {
    if (done.isCompletedExceptionally()) {
      done.join();
    }
  }

  /// Waits until the file in hand is published, and ends.
  void finish() throws Exception {
    finishing = true;
    done.get(5, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    finishing = true;
  }

  @Override
  public String toString() {
    return corpus.revisions().size()
        + " articles; ingest was refused "
        + refusals
        + " times and killed "
        + kills
        + " times";
  }
}
