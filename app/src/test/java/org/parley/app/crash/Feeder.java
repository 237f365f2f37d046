package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.app.ExitCode;

/// Lets a corpus grow and has `parley ingest` publish it, file by file, on a thread of its own. An
/// ingest that ends because there is no broker is started again, as a user would; now and then one
/// is killed in the middle. Any other end of it is a failure.
final class Feeder implements AutoCloseable {
  private static final double KILLED = 1.0 / 8;
  private static final int LATEST_KILL_MILLIS = 3000;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Installation parley;
  private final GrowingCorpus corpus;
  private final Random random;
  private final double killed;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile boolean finishing;
  private volatile int articles;
  private volatile String refusal = "none";
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger kills = new AtomicInteger();

  private Feeder(Installation parley, Path folder, long seed, double killed) throws IOException {
    this.parley = parley;
    corpus = new GrowingCorpus(Files.createDirectory(folder.resolve("news")), seed);
    random = new Random(seed);
    this.killed = killed;
    Thread.ofPlatform().name("feeder").daemon().start(this::feed);
  }

  /// @param seed of the corpus and of the moments at which an ingest is killed
  static Feeder killed(Installation parley, Path folder, long seed) throws IOException {
    return new Feeder(parley, folder, seed, KILLED);
  }

  /// One whose every ingest runs to its end.
  static Feeder unhurt(Installation parley, Path folder, long seed) throws IOException {
    return new Feeder(parley, folder, seed, 0);
  }

  private void feed() {
    try {
      while (!finishing) {
        corpus.grow();
        articles = corpus.revisions().size();
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
        if (random.nextDouble() < killed && isKilled(ingest)) {
          kills.incrementAndGet();
        } else if (isDone(ingest)) {
          return;
        }
      }
    }
  }

  private boolean isKilled(ParleyProcess ingest) {
    if (ingest.endsWithin(Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)))) {
      return false;
    }
    ingest.kill();
    return true;
  }

  private boolean isDone(ParleyProcess ingest) {
    if (ingest.awaitEnd() == ExitCode.DONE.number()) {
      return true;
    }
    refusals.incrementAndGet();
    refusal = ingest.toString();
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
  ///
  /// @return how many revisions of each article were published, by its address
  Map<String, Integer> finish() throws Exception {
    finishing = true;
    try {
      done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("not done in " + PATIENCE + ": " + this, e);
    }
    return corpus.revisions();
  }

  @Override
  public void close() {
    finishing = true;
  }

  @Override
  public String toString() {
    return articles
        + " articles; ingest was refused "
        + refusals
        + " times and killed "
        + kills
        + " times; last refusal: "
        + refusal;
  }
}
