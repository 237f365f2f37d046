package org.parley.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.app.trial.CorpusTrial;
import org.parley.app.trial.Finding;
import org.parley.app.trial.TrialResult;
import org.parley.contract.Json;
import org.parley.contract.Watch;
import org.parley.ingest.corpus.Corpus;
import org.parley.ingest.corpus.CorpusException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley watch test`.
@Command(
    name = "test",
    description = {
      "Say which articles of a corpus a watch would have matched, each with the sentence that set it"
          + " off, and how many a day. Needs no broker, and touches nothing.",
      "Copies of one story are matched one by one here; `parley replay` shows the alerts that come"
          + " of them.",
      "Example: parley watch test my-watch.yaml seeds"
    },
    exitCodeList = {
      "0: something matches",
      "1: articles speak of the watch's concept, and none passes its filter",
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
      paramLabel = "CORPUS",
      description = "A folder of .txt, .md, .html or .jsonl, or one such file.")
  private Path path = Path.of("");

  @Option(
      names = "--json",
      description = {
        "Print one JSON object a matching article, {\"match\": …},",
        "and at the end {\"summary\": …}."
      })
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    Watch asked = watch();
    Corpus corpus = corpus();
    var refused = new AtomicInteger();
    try (var progress = new Progress(terminal);
        var trial = new CorpusTrial(asked)) {
      progress.step("asking " + asked.watchId() + " about " + path);
      TrialResult result =
          trial.run(
              corpus.readings(),
              this::print,
              reason -> {
                refused.incrementAndGet();
                progress.say("parley: refused: " + reason);
              });
      print(result);
      return code(result, refused.get()).number();
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
    }
  }

  private Watch watch() {
    Path file = Path.of(watch);
    if (Files.exists(file)) {
      return WatchFiles.read(file);
    }
    if (!watch.matches("[a-z0-9-]{1,100}")) {
      throw new Failure(
          ExitCode.NO_INPUT,
          watch + ": no such file, and no watch's id either (1 to 100 of a-z, 0-9 and '-')");
    }
    Watch stored = new WatchBook(globals.cluster()).watches().get(watch);
    if (stored == null) {
      throw new Failure(
          ExitCode.NO_INPUT,
          "there is no file and no watch '" + watch + "'; `parley watch list` shows the watches");
    }
    return stored;
  }

  private Corpus corpus() {
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
    result.perDay().forEach((day, count) -> terminal.out().println("  " + day + "  " + count));
  }

  private static ExitCode code(TrialResult result, int refused) {
    return switch (result.verdict()) {
      case MATCHED -> refused == 0 ? ExitCode.DONE : ExitCode.PARTLY;
      case MATCHED_NOTHING -> ExitCode.CHECK_FAILED;
      case NOTHING_TO_MATCH -> ExitCode.BAD_DATA;
    };
  }
}
