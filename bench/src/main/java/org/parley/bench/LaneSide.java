package org.parley.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.parley.contract.topic.World;
import org.parley.processor.NewsProcessor;
import org.parley.processor.ProcessorCounts;
import org.parley.processor.ProcessorSettings;

/// One side of `bench lane`, in a JVM of its own: starts without local state on a world that was
/// loaded, and reports when it runs, when it has decided its first, and at what rate it goes on
/// then. A report is lines of a name and a number.
final class LaneSide {
  static final String LANE = "lane";
  static final String UNDECIDED = "undecided";

  /// The figures of a report.
  static final String RUNNING = "running-ms";

  static final String FIRST = "first-ms";
  static final String RATE = "decisions/s";
  static final String THREAD = "thread-us/decision";
  static final String HEAP = "heap-bytes";

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration TICK = Duration.ofMillis(1);

  private final PrintWriter report;

  private LaneSide(PrintWriter report) {
    this.report = report;
  }

  /// What it is told: which side, the broker's address, the world's prefix, a directory for its
  /// state, how many matches it shall have decided before it is timed, and how many then.
  public static void main(String[] arguments) throws Exception {
    String servers = arguments[1];
    World world = World.live(arguments[2]);
    Path directory = Path.of(arguments[3]);
    long warm = Long.parseLong(arguments[4]);
    long timed = Long.parseLong(arguments[5]);
    try (var report =
        new PrintWriter(
            Files.newBufferedWriter(directory.resolve("report"), StandardCharsets.UTF_8), true)) {
      var side = new LaneSide(report);
      if (arguments[0].equals(LANE)) {
        side.lane(servers, world, directory, warm, timed);
      } else {
        side.undecided(servers, world, directory, warm, timed);
      }
    }
  }

  private void lane(String servers, World world, Path directory, long warm, long timed)
      throws InterruptedException {
    var settings =
        new ProcessorSettings(
            world, servers, directory, "bench", 1, Duration.ofSeconds(2), Map.of());
    try (var processor = new NewsProcessor(settings)) {
      measure(
          processor::start,
          () -> processor.awaitRunning(LIMIT),
          () -> decided(processor.counts()),
          warm,
          timed);
    }
  }

  private static long decided(ProcessorCounts counts) {
    return counts.stories() + counts.copies() + counts.revisions();
  }

  private void undecided(String servers, World world, Path directory, long warm, long timed)
      throws InterruptedException {
    var decided = new LongAdder();
    var recorded = Undecided.Recorded.of(world, Map.of("bootstrap.servers", servers), LIMIT);
    Properties properties = Undecided.properties(servers, world, directory, 1);
    try (var streams =
        new KafkaStreams(Undecided.lane(world, recorded, decided::increment), properties)) {
      var running = new CountDownLatch(1);
      streams.setStateListener((now, _) -> {
        if (now == KafkaStreams.State.RUNNING) {
          running.countDown();
        }
      });
      measure(
          streams::start,
          () -> running.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS),
          decided::sum,
          warm,
          timed);
    }
  }

  /// Waits for something.
  private interface Wait {
    void run() throws InterruptedException;
  }

  private void measure(Runnable start, Wait running, LongSupplier decided, long warm, long timed)
      throws InterruptedException {
    long begin = System.nanoTime();
    start.run();
    running.run();
    say(RUNNING, millisSince(begin));
    await(decided, 1);
    say(FIRST, millisSince(begin));
    await(decided, warm);
    long before = decided.getAsLong();
    long from = System.nanoTime();
    long cpu = streamThread();
    await(decided, warm + timed);
    long count = decided.getAsLong() - before;
    say(RATE, count * 1e9 / (System.nanoTime() - from));
    say(THREAD, (streamThread() - cpu) / 1e3 / count);
    say(HEAP, heap());
  }

  private static void await(LongSupplier decided, long count) {
    long begin = System.nanoTime();
    while (decided.getAsLong() < count) {
      if (System.nanoTime() - begin > LIMIT.toNanos()) {
        throw new IllegalStateException(
            decided.getAsLong() + " and not " + count + " decided after " + LIMIT);
      }
      LockSupport.parkNanos(TICK.toNanos());
    }
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  /// The time on its core of the thread that decides.
  private static long streamThread() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().endsWith("-StreamThread-1"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void say(String name, double value) {
    report.println(name + " " + value);
  }
}
