package org.parley.outbound;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives up on a look-up at a deadline. The system's resolver can neither be interrupted nor
/// bounded and holds its carrier when a virtual thread calls it, so look-ups run on platform
/// threads of their own, and all who ask for one name at a time share one: a dead name server costs
/// a thread for each name, not for each caller.
final class BoundedLookup implements AutoCloseable {
  private static final int THREADS = 128;

  private final Lookup lookup;
  private final ThreadPoolExecutor threads;
  private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> running =
      new ConcurrentHashMap<>();

  BoundedLookup(Lookup lookup) {
    this.lookup = lookup;
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("parley-lookup-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// @throws UnknownHostException when the name has no address
  /// @throws SocketTimeoutException when that is not known in time
  /// @throws InterruptedException when the caller is
  List<InetAddress> addresses(String name, Duration atMost)
      throws UnknownHostException, SocketTimeoutException, InterruptedException {
    try {
      return start(name).get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no answer from the name server for " + name);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException unknown) {
        throw unknown;
      }
      throw new IllegalStateException("the look-up of " + name + " broke", e.getCause());
    }
  }

  private CompletableFuture<List<InetAddress>> start(String name) {
    CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
    CompletableFuture<List<InetAddress>> theirs = running.putIfAbsent(name, mine);
    if (theirs != null) {
      return theirs;
    }
    threads.execute(() -> run(name, mine));
    return mine;
  }

  private void run(String name, CompletableFuture<List<InetAddress>> result) {
    try {
      List<InetAddress> addresses = lookup.addresses(name);
      running.remove(name, result);
      result.complete(addresses);
    } catch (UnknownHostException | RuntimeException e) {
      running.remove(name, result);
      result.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    running.values().forEach(f -> f.completeExceptionally(new UnknownHostException("closed")));
  }
}
