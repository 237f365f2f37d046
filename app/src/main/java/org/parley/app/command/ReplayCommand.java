package org.parley.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.Sealing;
import org.parley.app.book.WatchFiles;
import org.parley.app.config.Config;
import org.parley.app.process.OneProcess;
import org.parley.app.process.Scratch;
import org.parley.app.replay.Comparison;
import org.parley.app.replay.Replay;
import org.parley.app.replay.Speed;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Attempt;
import org.parley.contract.Endpoint;
import org.parley.contract.Outcome;
import org.parley.contract.Watch;
import org.parley.contract.topic.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley replay`.
@Command(
    name = "replay",
    description = {
      "Send a corpus through a Parley of its own and print the alerts, one JSON object a line; all else"
          + " goes to standard error. A running Parley is not touched. The same corpus and watches give"
          + " the same bytes at every run.",
      "Example: parley replay seeds --expect seeds/expected/alerts.jsonl"
    },
    exitCodeList = {
      "0: done, and as expected",
      "1: the alerts differ from those of --expect",
      "3: some files were refused, or some deliveries failed; each is named"
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(paramLabel = "PATH", description = "A folder of articles, or one file.")
  private Path path = Path.of("");

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      defaultValue = "max",
      description =
          "max, or a factor such as 60x: a minute each second (default: ${DEFAULT-VALUE}).")
  private String speed = "max";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Leave out what was fetched before, by the corpus's clock: 2022-02-28 or an instant.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Leave out what was fetched from then on.")
  private @Nullable String until;

  @Option(
      names = "--watch",
      paramLabel = "FILE",
      description = "Use this watch; may be repeated (else the built-in ones).")
  private List<Path> watches = new ArrayList<>();

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "Compare the alerts with those of FILE; exit code 1 when they differ.")
  private @Nullable Path expect;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Deliver the alerts there too; a receiver on this machine needs alerts.allow.")
  private @Nullable String webhook;

  @Option(
      names = "--secret",
      paramLabel = "SECRET",
      description = "What to sign with: whsec_…, env:NAME or file:PATH.")
  private @Nullable String secret;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Stream threads; they make no difference to the output (default: ${DEFAULT-VALUE}).")
  private int threads;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() throws InterruptedException {
    Replay.Plan plan = plan();
    List<String> expected = expect == null ? null : lines(expect);
    Replay.Reel reel = Replay.read(path);
    reel.refused().forEach(reason -> terminal.err().println("parley: " + reason));
    try (var scratch = Scratch.of(globals.config());
        var progress = new Progress(terminal);
        var process = open(scratch, progress)) {
      var replay = new Replay(process, plan, progress);
      var failed = new AtomicInteger();
      List<String> alerts = replay.run(reel, deliveries(replay, scratch.config(), failed));
      alerts.forEach(terminal.out()::println);
      progress.say(AlertText.count(alerts.size(), "alert"));
      return code(reel, expected, alerts, failed.get()).number();
    }
  }

  private OneProcess open(Scratch scratch, Progress progress) {
    progress.step("starting a broker");
    return OneProcess.open(
        scratch.config(),
        World.replay(scratch.config().prefix() + "-replay-" + scratch.id()),
        scratch.broker());
  }

  private Replay.Plan plan() {
    try {
      var plan =
          new Replay.Plan(List.of(), Speed.of(speed), instant(since), instant(until), threads);
      return plan.with(watches());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private List<Watch> watches() {
    List<Watch> asked =
        watches.isEmpty()
            ? WatchFiles.readAll(globals.config().corpusSeed().resolve("watches"))
            : watches.stream().map(WatchFiles::read).toList();
    if (asked.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "there is nothing to watch for; give a --watch FILE");
    }
    return asked;
  }

  private @Nullable Consumer<Attempt> deliveries(
      Replay replay, Config config, AtomicInteger failed) {
    if (webhook == null) {
      return null;
    }
    if (secret == null) {
      throw new Failure(ExitCode.USAGE, "--webhook needs --secret: receivers verify signatures");
    }
    try {
      replay.deliverTo(
          new Wanted(
              "replay",
              webhook,
              Endpoint.Format.STANDARD,
              new Sealing(config).referencesOf("replay", List.of(secret)),
              List.of(),
              Endpoint.Policy.STANDARD));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--webhook: " + e.getMessage(), e);
    }
    return attempt -> said(attempt, failed);
  }

  private void said(Attempt attempt, AtomicInteger failed) {
    if (attempt.outcome() != Outcome.DELIVERED) {
      failed.incrementAndGet();
      terminal.err().println("parley: " + webhook + ": " + attempt.detail());
    }
  }

  private ExitCode code(
      Replay.Reel reel, @Nullable List<String> expected, List<String> alerts, int failed) {
    if (expected != null) {
      List<String> differences = Comparison.differences(expected, alerts);
      differences.forEach(difference -> terminal.err().println(expect + ": " + difference));
      if (!differences.isEmpty()) {
        return ExitCode.CHECK_FAILED;
      }
      terminal.err().println("as expected in " + expect);
    }
    return reel.refused().isEmpty() && failed == 0 ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw Failure.unreadable(file, e);
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Moment.absolute(text);
  }
}
