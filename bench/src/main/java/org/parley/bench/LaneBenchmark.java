package org.parley.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.app.Benchmark;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.topic.World;

/// `bench lane [--articles N] [--decisions N]`: decisions a second of the processor's lane and
// alert
/// step on an embedded broker, exactly once, with none, a tenth of N and N articles stored, as a
/// ratio to a topology with the same topics, stores, guarantees and records that decides nothing;
/// and how large the lane's state is, how long it takes to restore, and how much heap.
///
/// The lane runs in a JVM of its own with 1 GB of heap. What it has stored is written straight into
/// its changelog, and what it has to decide into its log, before it starts: so each step also
/// measures the restoring of a lane whose local state is lost. The articles are spread over the
/// time that a lane compares, and time goes on as fast while it decides, so for each article that
/// comes one leaves.
public final class LaneBenchmark implements Benchmark {
  private static final long SEED = 42;
  private static final Duration WINDOW = Duration.ofHours(72);

  @Override
  public String name() {
    return "lane";
  }

  @Override
  public String summary() {
    return "decisions a second of the lane with up to a million articles stored, its state,"
        + " restore";
  }

  /// @param stored articles in the lane before it started
  /// @param decisions a second
  /// @param threadMicros of its core that the lane's thread takes for a decision; what it does not
  ///   take went to the broker, to other threads and to other processes
  /// @param runningSeconds from the start without local state to running: Kafka's part
  /// @param restoreSeconds from the start to the first decision
  /// @param heapMegabytes after a full collection, all of the processor's
  record Step(
      int stored,
      double decisions,
      double threadMicros,
      double runningSeconds,
      double restoreSeconds,
      double heapMegabytes) {}

  /// @param state of the largest step
  /// @param agreement how often a lane whose state was written for it decides as one that made it
  record Details(List<Step> steps, @Nullable LaneState state, double agreement) {}

  @Override
  public Result run(List<String> arguments, PrintWriter progress) {
    Options options = Options.of(arguments);
    double agreement = LaneCheck.agreement(SEED);
    progress.printf(
        Locale.ROOT, "state written for a lane and state it made: %.4f decided alike%n", agreement);
    Path directory = directory();
    try (var broker =
        EmbeddedBroker.start(EmbeddedBroker.Settings.in(directory.resolve("broker")))) {
      var bench = new Bench(broker.bootstrapServers(), directory, options, progress);
      List<Step> steps = new ArrayList<>();
      for (int stored : options.steps()) {
        steps.add(bench.step(stored));
      }
      double baseline = bench.baseline();
      Step largest = steps.getLast();
      return new Result(
          name(),
          largest.decisions(),
          "decisions/s",
          baseline,
          Math.round(largest.decisions() / baseline * 1000) / 1000.0,
          new Details(steps, bench.state, agreement));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      remove(directory);
    }
  }

  /// What is asked for.
  ///
  /// @param articles stored at the largest step
  /// @param decisions timed at each step; an eighth of the articles, up to 30,000, unless told
  private record Options(int articles, int decisions) {
    private static final int LEAST = 1_000;
    private static final int MOST = 30_000;

    static Options of(List<String> arguments) {
      var options = new Options(1_000_000, 0);
      for (int i = 0; i < arguments.size(); i += 2) {
        String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        options = options.with(arguments.get(i), value);
      }
      return options.decisions > 0
          ? options
          : new Options(options.articles, Math.clamp(options.articles / 8, LEAST, MOST));
    }

    private Options with(String name, String value) {
      if (!value.matches("[1-9]\\d{2,6}")) {
        throw new Failure(ExitCode.USAGE, name + " needs a number from 100, not '" + value + "'");
      }
      int number = Integer.parseInt(value);
      return switch (name) {
        case "--articles" -> new Options(number, decisions);
        case "--decisions" -> new Options(articles, number);
        default ->
            throw new Failure(
                ExitCode.USAGE, "there is no " + name + "; --articles and --decisions");
      };
    }

    List<Integer> steps() {
      return List.of(0, articles / 10, articles);
    }

    /// Decided before those that are timed.
    int warm() {
      return decisions;
    }
  }

  /// What the steps share.
  private static final class Bench {
    private final String servers;
    private final Path directory;
    private final Options options;
    private final PrintWriter progress;
    private @Nullable LaneState state;
    private World world = World.live("bench");

    Bench(String servers, Path directory, Options options, PrintWriter progress) {
      this.servers = servers;
      this.directory = directory;
      this.options = options;
      this.progress = progress;
    }

    Step step(int stored) throws InterruptedException {
      world = World.live("bench-" + stored);
      load(stored);
      Map<String, Double> report = run(LaneSide.LANE);
      Step step =
          new Step(
              stored,
              Math.round(figure(report, LaneSide.RATE)),
              rounded(figure(report, LaneSide.THREAD)),
              rounded(figure(report, LaneSide.RUNNING) / 1000),
              rounded(figure(report, LaneSide.FIRST) / 1000),
              rounded(figure(report, LaneSide.HEAP) / (1 << 20)));
      progress.printf(
          Locale.ROOT,
          "%,d stored: %,.0f decisions/s (%.0f us of its thread each); first decision %.1f s after"
              + " the start (running %.1f s); heap %.0f MB%n",
          stored,
          step.decisions(),
          step.threadMicros(),
          step.restoreSeconds(),
          step.runningSeconds(),
          step.heapMegabytes());
      return step;
    }

    private void load(int stored) {
      int matches = options.warm() + options.decisions();
      Duration pace = WINDOW.dividedBy(Math.max(stored, options.articles() / 10));
      Instant start = Clock.systemUTC().instant().minus(pace.multipliedBy(stored + matches));
      var load = new LaneLoad(servers, world, new WireNews(SEED, start, pace));
      load.createTopics();
      long begin = System.nanoTime();
      state = load.fill(stored, progress);
      load.preload(stored, stored + matches);
      progress.printf(
          Locale.ROOT,
          "%,d articles stored (%.0f bytes each), %,d matches to decide, written in %.0f s%n",
          stored,
          state.meanBytes(),
          matches,
          (System.nanoTime() - begin) / 1e9);
      progress.flush();
    }

    /// Of the same world, once its lane has ended.
    double baseline() throws InterruptedException {
      new LaneGroup(servers, world).forget();
      double rate = Math.round(figure(run(LaneSide.UNDECIDED), LaneSide.RATE));
      progress.printf(Locale.ROOT, "deciding nothing: %,.0f records/s%n", rate);
      return rate;
    }

    private Map<String, Double> run(String side) throws InterruptedException {
      Path own = directory.resolve(side + "-" + world.prefix());
      try {
        Files.createDirectory(own);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      var report =
          LaneProcess.run(side, servers, world.prefix(), own, options.warm(), options.decisions());
      remove(own);
      return report;
    }
  }

  private static double figure(Map<String, Double> report, String name) {
    return report.getOrDefault(name, Double.NaN);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("parley-lane-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
