package org.parley.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.parley.app.Benchmark;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.bench.SoakReport.Log;

/// `bench feeds [--minutes N] [--feeds N] [--hosts N] [--every SECONDS] [--heap MB]`: a `parley
/// run` in a process of its own polls scripted feeds on hosts of the loopback, sound ones and bad
/// ones, and is stopped with SIGTERM. The figure is the share of the entries offered that were
/// published; the details say whether any was published twice, how late polls were, how much heap
/// it took, and what is known of each bad feed.
public final class FeedSoak implements Benchmark {
  private static final Duration SETTLING = Duration.ofMinutes(2);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public String summary() {
    return "entries published of those offered, by a parley run that polls feeds with every fault";
  }

  @Override
  public Result run(List<String> arguments, PrintWriter progress) {
    Options options = Options.of(arguments);
    try (var site = new SoakSite(options.feeds(), options.hosts())) {
      Path directory = Files.createTempDirectory("parley-soak-");
      progress.println("feeds: logs and data are in " + directory);
      try (var process =
          new SoakProcess(directory, site.opml(), options.interval(), options.heap())) {
        SoakReport report = soak(site, process, options, progress);
        return new Result(
            name(),
            report.published(),
            "entries",
            report.offered(),
            (double) report.published() / report.offered(),
            report);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the data of parley run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// What is asked for.
  ///
  /// @param interval between polls
  /// @param length of the whole
  /// @param heap in MB
  private record Options(int feeds, int hosts, Duration interval, Duration length, int heap) {
    static Options of(List<String> arguments) {
      var options = new Options(200, 50, Duration.ofSeconds(10), Duration.ofMinutes(10), 512);
      for (int i = 0; i < arguments.size(); i += 2) {
        String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        options = options.with(arguments.get(i), value);
      }
      return options;
    }

    private Options with(String name, String value) {
      if (!value.matches("\\d{1,6}")) {
        throw new Failure(ExitCode.USAGE, name + " needs a number, not '" + value + "'");
      }
      int number = Integer.parseInt(value);
      return switch (name) {
        case "--feeds" -> new Options(number, hosts, interval, length, heap);
        case "--hosts" -> new Options(feeds, number, interval, length, heap);
        case "--every" -> new Options(feeds, hosts, Duration.ofSeconds(number), length, heap);
        case "--minutes" -> new Options(feeds, hosts, interval, Duration.ofMinutes(number), heap);
        case "--heap" -> new Options(feeds, hosts, interval, length, number);
        default ->
            throw new Failure(
                ExitCode.USAGE,
                "there is no " + name + "; --minutes, --feeds, --hosts, --every and --heap");
      };
    }
  }

  private static SoakReport soak(
      SoakSite site, SoakProcess process, Options options, PrintWriter progress)
      throws InterruptedException {
    String servers = process.awaitReady();
    long begun = System.nanoTime();
    int seconds = 0;
    while (System.nanoTime() - begun < options.length().toNanos()) {
      site.second();
      seconds++;
      LockSupport.parkNanos(begun + SECOND.toNanos() * seconds - System.nanoTime());
      if (!process.isAlive()) {
        throw new IllegalStateException("parley run has ended:\n" + process.log());
      }
      if (seconds % 30 == 0) {
        progress.printf(Locale.ROOT, "%d s, %d entries%n", seconds, site.offered().size());
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    awaitAll(site, servers, options.interval());
    Log log = Log.of(servers);
    int exitCode = process.stop();
    return SoakReport.of(site, log, options.interval(), took, process.peakHeap(), exitCode);
  }

  /// Until what was said last is published too, or would have been.
  private static void awaitAll(SoakSite site, String servers, Duration interval) {
    long deadline = System.nanoTime() + SETTLING.toNanos();
    while (System.nanoTime() - deadline < 0
        && !Log.of(servers).published().keySet().containsAll(site.offered().keySet())) {
      LockSupport.parkNanos(interval.toNanos() / 2);
    }
    // One poll more: whatever would be published twice, would be by now.
    long more = System.nanoTime() + interval.multipliedBy(2).toNanos();
    while (System.nanoTime() - more < 0) {
      LockSupport.parkNanos(more - System.nanoTime());
    }
  }
}
