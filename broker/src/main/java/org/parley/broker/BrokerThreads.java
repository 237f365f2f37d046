package org.parley.broker;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All threads of one broker. A Kafka broker that gives up ends its JVM, through one hook for the
/// whole process; the group of the thread that gave up tells which of several brokers it was, and
/// the JVM lives on.
final class BrokerThreads extends ThreadGroup {
  private static final Logger log = LoggerFactory.getLogger(BrokerThreads.class);

  static {
    Exit.setHaltProcedure((status, why) -> giveUp(why, () -> Runtime.getRuntime().halt(status)));
    Exit.setExitProcedure((status, why) -> giveUp(why, () -> Runtime.getRuntime().exit(status)));
  }

  private final CompletableFuture<String> fatal = new CompletableFuture<>();

  BrokerThreads() {
    super("broker");
  }

  /// Done with the reason once the broker has given up.
  CompletableFuture<String> fatal() {
    return fatal;
  }

  /// Runs `task` on a thread of this group, so that every thread it starts belongs here too.
  Task run(String name, Runnable task) {
    var done = new CompletableFuture<@Nullable Void>();
    var thread =
        new Thread(
            this,
            () -> {
              try {
                task.run();
                done.complete(null);
              } catch (Throwable problem) {
                done.completeExceptionally(problem);
              }
            },
            name);
    thread.start();
    return new Task(thread, done);
  }

  /// Of those that are alive.
  List<String> names() {
    var alive = new Thread[activeCount() + 16];
    return Arrays.stream(alive, 0, enumerate(alive)).map(Thread::getName).sorted().toList();
  }

  /// A running task, and what comes of it.
  record Task(Thread thread, CompletableFuture<@Nullable Void> done) {
    /// Interrupts it if need be and waits for its end, however it ends.
    void end() {
      thread.interrupt();
      done.exceptionally(problem -> null).join();
    }
  }

  /// What Kafka calls where something failed, instead of its own that ends the JVM.
  FaultHandler faultHandler(String name, boolean isFatal, Runnable action) {
    if (!isFatal) {
      return new LoggingFaultHandler(name, action);
    }
    return (message, cause) -> {
      String why = message + (cause == null ? "" : ": " + BrokerException.reason(cause));
      log.error("the embedded broker failed in {}: {}", name, message, cause);
      action.run();
      fatal.complete(name + " failed: " + why);
      return new IllegalStateException(why, cause);
    };
  }

  /// Kafka has said why in its log. The calling thread must not go on.
  private static void giveUp(@Nullable String why, Runnable end) {
    String thread = Thread.currentThread().getName();
    for (ThreadGroup group = Thread.currentThread().getThreadGroup();
        group != null;
        group = group.getParent()) {
      if (group instanceof BrokerThreads threads) {
        threads.fatal.complete(why == null ? reason(thread) : why);
        throw new IllegalStateException("the embedded broker gave up in " + thread);
      }
    }
    end.run();
  }

  private static String reason(String thread) {
    return thread.equals("LogDirFailureHandler")
        ? "it cannot write to its data directory any more"
        : "its thread " + thread + " failed";
  }

  @Override
  public void uncaughtException(Thread thread, Throwable problem) {
    log.warn("thread {} of the embedded broker ended", thread.getName(), problem);
  }
}
