package org.parley.app;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for a broker's answer.
public final class Await {
  private Await() {}

  /// @throws AwaitException with the reason when the answer is a failure, late, or interrupted
  public static <T> T result(Future<T> future, Duration limit) {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new AwaitException(String.valueOf(e.getMessage()), e);
    } catch (TimeoutException e) {
      throw new AwaitException("no answer in " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AwaitException("interrupted", e);
    }
  }
}
