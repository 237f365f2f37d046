package org.parley.app.command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.terminal.Terminal;

/// Runs something that goes on until Ctrl-C, SIGTERM or a failure ends it, and stops it in good
/// order in each case. A signal during the start ends the start.
///
/// A process that was told to stop and did exits with 0, not with the number of the signal.
final class UntilSignal {
  /// What the end may take beyond its limit: the broker's own, for the most part.
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Work work;
  private final Duration limit;
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// What is run.
  interface Work {
    /// Returns when it runs.
    ///
    /// @param failed to be told of what ends it later
    void begin(Consumer<Failure> failed) throws InterruptedException;

    /// Stops it, even if it did not come to run.
    ///
    /// @return whether everything under way was completed within `limit`
    boolean end(Duration limit);
  }

  UntilSignal(Work work, Duration limit) {
    this.work = work;
    this.limit = limit;
  }

  /// @return how the command ends that was told to stop
  /// @throws RuntimeException what ended it instead, thrown when all is stopped
  ExitCode run() throws InterruptedException {
    var hook = new Thread(this::stopOnSignal, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Thread start = Thread.ofPlatform().name("start").start(this::begin);
      RuntimeException why = awaitEnd();
      start.interrupt();
      start.join();
      if (!work.end(limit)) {
        say("not everything was completed in " + limit.toSeconds() + " s; it is done again later");
      }
      if (why != null) {
        throw why;
      }
      return ExitCode.DONE;
    } finally {
      stopped.countDown();
      forget(hook);
    }
  }

  private void begin() {
    try {
      work.begin(end::completeExceptionally);
    } catch (InterruptedException | RuntimeException e) {
      // Comes to nothing after a signal: it was the signal that broke it off.
      end.completeExceptionally(e);
    }
  }

  private @Nullable RuntimeException awaitEnd() {
    try {
      end.join();
      return null;
    } catch (CompletionException e) {
      return e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  private void stopOnSignal() {
    end.complete(null);
    boolean inTime = false;
    try {
      inTime = stopped.await(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!inTime) {
      say(
          "not stopped after "
              + limit.plus(GRACE).toSeconds()
              + " s; the rest is done again later");
    }
    Runtime.getRuntime().halt((inTime ? ExitCode.DONE : ExitCode.INTERRUPTED).number());
  }

  private static void say(String line) {
    Terminal.ofProcess().say("parley: " + line);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is ending, and the hook with it.
    }
  }
}
