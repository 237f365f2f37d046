package org.parley.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.app.trial.CorpusTrial;
import org.parley.app.trial.Finding;
import org.parley.app.trial.Judgement;
import org.parley.app.trial.LogTrial;
import org.parley.app.trial.TrialResult;
import org.parley.contract.Json;
import org.parley.contract.Watch;
import org.parley.ingest.corpus.Corpus;
import org.parley.ingest.corpus.CorpusException;
import org.parley.processor.watch.WrittenWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley watch test`.
@Command(
    name = "test",
    description = {
      "Run the tests in a watch's file, and try it on a corpus or on what a running Parley has read."
          + " With a CORPUS, say after the tests which of its articles the watch would have matched,"
          + " each with the sentence that set it off, and how many a day: this needs no broker. With"
          + " --days or --since, say the same of the articles in the log. Nothing is touched.",
      "Copies of one story are matched one by one here; `parley replay` shows the alerts that come"
          + " of them.",
      "Example: parley watch test my-watch.yaml",
      "Example: parley watch test my-watch.yaml seeds",
      "Example: parley watch test my-watch.yaml --days 7"
    },
    exitCodeList = {
      "0: something matches, and every test passes",
      "1: a test fails, or articles speak of the watch's concept and none passes its filter",
      "2: there is nothing to do: no tests, and no corpus or log is asked for",
      "3: something matches, and some files were refused; each is named",
      "65: there is nothing to match: no article, or none that speaks of the concept",
      "66: the watch or the corpus cannot be read"
    })
final class WatchTestCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(
      index = "0",
      paramLabel = "WATCH",
      description = "A watch in YAML, or the id of one that a running Parley has.")
  private String watch = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CORPUS",
      description = "A folder of .txt, .md, .html or .jsonl, or one such file.")
  private @Nullable Path path;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Ask about the articles that the log has of the last N days.")
  private @Nullable Integer days;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "The same since this time: " + Moment.FORMS + ".")
  private @Nullable String since;

  @Option(
      names = "--json",
      description = {
        "Print one JSON object a test, {\"test\": …}, then",
        "{\"tests\": …}; one a matching article, {\"match\": …},",
        "then {\"summary\": …}."
      })
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    Instant from = from();
    WrittenWatch asked = written();
    var tests = new WatchTests(terminal, watch);
    tests.warn(asked);
    boolean passed = pass(asked, tests);
    if (path == null && from == null) {
      return (passed ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }
    ExitCode tried = tried(asked.watch(), from);
    return (passed ? tried : ExitCode.CHECK_FAILED).number();
  }

  /// Since when the log is asked for, or none.
  private @Nullable Instant from() {
    long places =
        List.of(path != null, days != null, since != null).stream().filter(b -> b).count();
    if (places > 1) {
      throw new Failure(ExitCode.USAGE, "give one of CORPUS, --days and --since");
    }
    if (days != null) {
      if (days < 1) {
        throw new Failure(ExitCode.USAGE, "--days " + days + ": give 1 or more");
      }
      return now().minus(Duration.ofDays(days));
    }
    try {
      return since == null ? null : Moment.of(since, Clock.systemUTC());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--since: " + e.getMessage(), e);
    }
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private WrittenWatch written() {
    Path file = Path.of(watch);
    if (Files.exists(file)) {
      return WatchFiles.written(file);
    }
    if (!watch.matches("[a-z0-9-]{1,100}")) {
      throw new Failure(
          ExitCode.NO_INPUT,
          watch + ": no such file, and no watch's id either (1 to 100 of a-z, 0-9 and '-')");
    }
    if (path == null && days == null && since == null) {
      throw new Failure(
          ExitCode.USAGE,
          watch
              + ": no such file, and a watch that runs has no tests; give a file, or a CORPUS, --days"
              + " or --since to try it on");
    }
    Watch stored = new WatchBook(globals.cluster()).watches().get(watch);
    if (stored == null) {
      throw new Failure(
          ExitCode.NO_INPUT,
          "there is no file and no watch '" + watch + "'; `parley watch list` shows the watches");
    }
    return new WrittenWatch(stored, List.of(), List.of());
  }

  private boolean pass(WrittenWatch asked, WatchTests tests) {
    List<Judgement> judged = WatchTests.run(asked);
    if (judged.isEmpty() && path == null && days == null && since == null) {
      throw new Failure(
          ExitCode.USAGE,
          watch
              + ": it has no tests; write some under 'tests:', or give a CORPUS, --days or --since to"
              + " try it on");
    }
    List<Judgement> failed = judged.stream().filter(test -> !test.passed()).toList();
    if (json && !judged.isEmpty()) {
      judged.forEach(test -> terminal.out().println(Json.write(Map.of("test", test))));
      Map<String, Integer> counts = Map.of("run", judged.size(), "failed", failed.size());
      terminal.out().println(Json.write(Map.of("tests", counts)));
    } else if (!judged.isEmpty()) {
      failed.forEach(test -> terminal.out().println(tests.line(test)));
      terminal.out().println(WatchTests.summary(asked.watch().watchId(), judged));
    }
    return failed.isEmpty();
  }

  private ExitCode tried(Watch asked, @Nullable Instant from) {
    var refused = new AtomicInteger();
    try (var progress = new Progress(terminal)) {
      TrialResult result =
          from == null
              ? tryCorpus(asked, progress, refused)
              : tryLog(asked, from, progress, refused);
      print(result);
      return code(result, refused.get());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
    }
  }

  private TrialResult tryCorpus(Watch asked, Progress progress, AtomicInteger refused) {
    Path folder = path == null ? Path.of("") : path;
    Corpus corpus = corpus(folder);
    try (var trial = new CorpusTrial(asked)) {
      progress.step("asking " + asked.watchId() + " about " + folder);
      return trial.run(corpus.readings(), this::print, reason -> refuse(reason, progress, refused));
    }
  }

  private TrialResult tryLog(Watch asked, Instant from, Progress progress, AtomicInteger refused) {
    var cluster = globals.cluster();
    try (var trial = new LogTrial(asked)) {
      String step = "asking " + asked.watchId() + " about the log";
      progress.step(step);
      return trial.run(
          cluster,
          from,
          this::print,
          reason -> refuse(reason, progress, refused),
          read -> progress.reword(String.format(Locale.ROOT, "%s: %,d articles", step, read)));
    }
  }

  private static void refuse(String reason, Progress progress, AtomicInteger refused) {
    refused.incrementAndGet();
    progress.say("parley: refused: " + reason);
  }

  private static Corpus corpus(Path path) {
    try {
      return Corpus.open(path, null);
    } catch (CorpusException e) {
      throw new Failure(ExitCode.NO_INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  private void print(Finding finding) {
    if (json) {
      terminal.out().println(Json.write(Map.of("match", finding)));
    } else {
      new AlertText(terminal)
          .lines(finding.article(), finding.mentions())
          .forEach(terminal.out()::println);
    }
  }

  private void print(TrialResult result) {
    if (json) {
      terminal.out().println(Json.write(Map.of("summary", result)));
      return;
    }
    terminal.out().println(terminal.bold(result.text()));
    if (result.verdict() == TrialResult.Verdict.MATCHED) {
      result.perDay().forEach((day, count) -> terminal.out().println("  " + day + "  " + count));
    }
  }

  private static ExitCode code(TrialResult result, int refused) {
    return switch (result.verdict()) {
      case MATCHED -> refused == 0 ? ExitCode.DONE : ExitCode.PARTLY;
      case MATCHED_NOTHING -> ExitCode.CHECK_FAILED;
      case NOTHING_TO_MATCH -> ExitCode.BAD_DATA;
    };
  }
}
