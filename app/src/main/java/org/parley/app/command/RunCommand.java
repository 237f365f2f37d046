package org.parley.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.config.Config;
import org.parley.app.process.CorpusIntake;
import org.parley.app.process.OneProcess;
import org.parley.app.process.Scratch;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Watch;
import org.parley.contract.topic.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley run`.
@Command(
    name = "run",
    description = {
      "Run everything in one process until Ctrl-C: a broker on 127.0.0.1 (unless --bootstrap-servers"
          + " names a cluster), the processor, and the delivery of webhooks. Reads the seed corpus first;"
          + " then it waits for `parley ingest`.",
      "Example: parley run --data-dir /var/lib/parley"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Option(
      names = "--ephemeral",
      description = "Keep nothing: use a directory that is gone at the end.")
  private boolean ephemeral;

  @Option(names = "--no-seeds", description = "Do not read the seed corpus.")
  private boolean noSeeds;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the embedded broker; 0 for a free one (else 9092).")
  private @Nullable Integer port;

  private final Terminal terminal = Terminal.ofProcess();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable String fatal;

  @Override
  public Integer call() throws InterruptedException {
    if (!ephemeral) {
      return run(globals.config()).number();
    }
    try (var scratch = Scratch.of(globals.config())) {
      return run(scratch.config()).number();
    }
  }

  private ExitCode run(Config config) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped), "stop"));
    try (var progress = new Progress(terminal)) {
      progress.step("starting a broker");
      try (var process = OneProcess.open(config, World.live(config.prefix()), broker(config))) {
        begin(process, config, progress);
        end.await();
        progress.step("stopping");
      }
    } finally {
      stopped.countDown();
    }
    if (fatal != null) {
      terminal.err().println("parley: the broker gave up: " + fatal);
      return ExitCode.UNAVAILABLE;
    }
    return ExitCode.DONE;
  }

  private EmbeddedBroker.Settings broker(Config config) {
    return EmbeddedBroker.Settings.in(config.dataDir())
        .withPort(port == null ? config.brokerPort() : port)
        .withOnFatal(reason -> {
          fatal = reason;
          end.countDown();
        });
  }

  private void begin(OneProcess process, Config config, Progress progress)
      throws InterruptedException {
    acceptConfigured(process, config);
    progress.step("starting the processor and the ledger");
    process.start(config.processorThreads(), this::said);
    progress.say("running on " + process.cluster().servers() + ", data in " + config.dataDir());
    if (!noSeeds) {
      progress.step("reading the seed corpus");
      var intake = new CorpusIntake(process.cluster(), Clock.systemUTC());
      Path seeds = config.corpusSeed();
      progress.say(CorpusIntake.summary(seeds, intake.read(seeds, null, progress)));
    }
    progress.step("");
    progress.say("ready; `parley tail alerts` shows what comes, Ctrl-C ends");
  }

  /// A watch that is there already stays as it is: an operator may have changed it.
  private static void acceptConfigured(OneProcess process, Config config) {
    var watchBook = new WatchBook(process.cluster());
    var known = watchBook.watches();
    List<Watch> missing =
        WatchFiles.readAll(config.corpusSeed().resolve("watches")).stream()
            .filter(watch -> !known.containsKey(watch.watchId()))
            .toList();
    watchBook.accept(missing);
    var endpointBook = new EndpointBook(process.cluster(), Clock.systemUTC());
    for (Config.EndpointConfig endpoint : config.endpoints()) {
      endpointBook.accept(
          new Wanted(
              endpoint.id(),
              endpoint.url(),
              Endpoint.Format.STANDARD,
              List.of(endpoint.secret()),
              endpoint.watches(),
              Endpoint.Policy.STANDARD));
    }
  }

  private void said(Attempt attempt) {
    terminal
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "%s to %s: %s",
                attempt.outcome().label(),
                attempt.endpointId(),
                attempt.detail()));
  }

  private void stop(CountDownLatch stopped) {
    end.countDown();
    try {
      stopped.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
