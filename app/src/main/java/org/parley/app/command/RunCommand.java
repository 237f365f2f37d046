package org.parley.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.parley.app.AwaitException;
import org.parley.app.Failure;
import org.parley.app.access.Actor;
import org.parley.app.access.Refusal;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.config.Config;
import org.parley.app.console.ProcessConsole;
import org.parley.app.process.CorpusIntake;
import org.parley.app.process.FeedIntake;
import org.parley.app.process.OneProcess;
import org.parley.app.process.Scratch;
import org.parley.app.role.AlertsRole;
import org.parley.app.role.IngestRole;
import org.parley.app.role.ProcessorRole;
import org.parley.app.role.Role;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.broker.EmbeddedBroker;
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
          + " then it polls the feeds that were added, and waits for `parley ingest` and `parley feed add`.",
      "Example: parley run --data-dir /var/lib/parley",
      "Example: parley run --feeds seeds/feeds.opml"
    })
final class RunCommand implements Callable<Integer> {
  /// However long the roles restore: a signal ends the wait, and so does a failure.
  private static final Duration START = Duration.ofDays(1);

  @Mixin private final Globals globals = new Globals();

  @Option(
      names = "--ephemeral",
      description = "Keep nothing: use a directory that is gone at the end.")
  private boolean ephemeral;

  @Option(names = "--no-seeds", description = "Do not read the seed corpus.")
  private boolean noSeeds;

  @Option(
      names = "--feeds",
      paramLabel = "FILE",
      description = "Have the feeds of FILE polled too: OPML, or addresses one a line.")
  private @Nullable Path feeds;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the embedded broker; 0 for a free one (else 9092).")
  private @Nullable Integer port;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() throws InterruptedException {
    Config config = globals.config();
    try (var progress = new Progress(terminal)) {
      return new UntilSignal(new Everything(config, progress), config.stopLimit()).run().number();
    }
  }

  /// Broker and roles; with `--ephemeral` on a directory that goes with them.
  private final class Everything implements UntilSignal.Work {
    private final Progress progress;
    private final @Nullable Scratch scratch;
    private final Config config;
    private final @Nullable FeedIntake named;
    private final ProcessConsole console;
    private volatile @Nullable OneProcess process;

    Everything(Config config, Progress progress) {
      this.progress = progress;
      this.named = feeds == null ? null : FeedIntake.read(feeds);
      this.scratch = ephemeral ? Scratch.of(config) : null;
      this.config = scratch == null ? config : scratch.config();
      this.console = ProcessConsole.start(this.config, progress::say);
    }

    @Override
    public void begin(Consumer<Failure> failed) throws InterruptedException {
      progress.step("starting a broker");
      OneProcess opened = OneProcess.open(config, World.live(config.prefix()), broker(config));
      process = opened;
      console.opened(opened);
      if (config.bootstrapServers() == null) {
        console.announce();
      }
      var _ = opened.failure().thenAccept(failed);
      try {
        acceptConfigured(opened, config);
      } catch (KafkaException | AwaitException e) {
        throw new Refusal(opened.cluster(), Actor.OPERATOR).instead(e);
      }
      progress.step("starting the processor and the ledger");
      opened.start(roles(opened), START);
      progress.say("running on " + opened.cluster().servers() + ", data in " + config.dataDir());
      if (!noSeeds) {
        readSeeds(opened, config, progress);
      }
      progress.step("starting to poll feeds");
      if (named != null) {
        named.add(opened.cluster(), progress);
      }
      opened.start(List.of(new IngestRole(config, opened.cluster())), START);
      console.started();
      progress.step("");
      progress.say("ready; `parley tail alerts` shows what comes, Ctrl-C ends");
    }

    private List<Role> roles(OneProcess opened) {
      return List.of(
          new ProcessorRole(config, opened.cluster(), config.processorThreads(), console.figures()),
          new AlertsRole(
              config, opened.cluster(), Attempts.told(terminal, console), console.figures()));
    }

    @Override
    public boolean end(Duration limit) {
      progress.step("stopping");
      OneProcess running = process;
      boolean done = running == null || running.close(limit);
      console.close();
      if (scratch != null) {
        scratch.close();
      }
      return done;
    }
  }

  private EmbeddedBroker.Settings broker(Config config) {
    return EmbeddedBroker.Settings.in(config.dataDir())
        .withPort(port == null ? config.brokerPort() : port);
  }

  private static void readSeeds(OneProcess process, Config config, Progress progress) {
    progress.step("reading the seed corpus");
    var intake = new CorpusIntake(process.cluster(), Clock.systemUTC());
    Path seeds = config.corpusSeed();
    progress.say(CorpusIntake.summary(seeds, intake.read(seeds, null, progress)));
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
      endpointBook.uphold(
          new Wanted(
              endpoint.id(),
              endpoint.url(),
              Endpoint.Format.STANDARD,
              List.of(endpoint.secret()),
              endpoint.watches(),
              Endpoint.Policy.STANDARD));
    }
  }
}
