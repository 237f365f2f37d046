package org.parley.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.evaluate.Evaluation;
import org.parley.app.evaluate.MentionScore;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Watch.Breadth;
import org.parley.ingest.text.TextCleaner;
import org.parley.processor.language.LanguageDetector;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley evaluate`.
@Command(
    name = "evaluate",
    description = {
      "Measure against labelled text.",
      "Example: parley evaluate mentions seeds/expected/seeds.jsonl"
    },
    subcommands = {EvaluateCommand.Mentions.class, EvaluateCopiesCommand.class})
final class EvaluateCommand {
  @Command(
      name = "mentions",
      description = {
        "Count how many of the mentions that readers marked are found, and how many are found that they"
            + " did not mark: precision, recall and F1 by unit, language, source and stage, and which"
            + " stage was taken for which.",
        "Example: parley evaluate mentions seeds/expected/seeds.jsonl --errors"
      })
  static final class Mentions implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Labelled rows, .jsonl or .jsonl.gz.")
    private Path file = Path.of("");

    @Option(names = "--broad", description = "Count borderline passages as found.")
    private boolean broad;

    @Option(
        names = "--errors",
        description =
            "Print each wrong answer too: the row, the sentence, and what fired or that nothing did.")
    private boolean errors;

    @Mixin private final LexiconOption lexicon = new LexiconOption();

    @ArgGroup private Layout layout = new Layout();

    /// How it is printed.
    static final class Layout {
      @Option(names = "--json", description = "Print one JSON object.")
      private boolean json;

      @Option(names = "--markdown", description = "Print the tables in Markdown.")
      private boolean markdown;

      String of(Evaluation evaluation) {
        if (json) {
          return evaluation.toJson();
        }
        return markdown ? evaluation.toMarkdown() : evaluation.toTable();
      }
    }

    @Override
    public Integer call() {
      var terminal = Terminal.ofProcess();
      try (var progress = new Progress(terminal)) {
        progress.step("evaluating " + file);
        Evaluation evaluation =
            new MentionScore(
                    lexicon.tagger(),
                    LanguageDetector.load(),
                    new TextCleaner(),
                    broad ? Breadth.BROAD : Breadth.STRICT)
                .count(file, errors);
        terminal.out().println(layout.of(evaluation));
        return ExitCode.DONE.number();
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
      } catch (IOException e) {
        throw Failure.unreadable(file, e);
      }
    }
  }
}
