package org.parley.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.evaluate.copies.CopyEvaluation;
import org.parley.app.evaluate.copies.Level;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley evaluate copies`.
@Command(
    name = "copies",
    description = {
      "Count how well copies are told apart from news: the stories that the lane makes of labelled"
          + " texts, against the clusters of a reader. Precision, recall and F1 over pairs of texts,"
          + " the adjusted Rand index, and B-cubed; over several orders of arrival.",
      "With --events the clusters are events instead: texts about one happening, in whatever words,"
          + " against the events that the lane makes of the stories.",
      "Example: parley evaluate copies copies.tsv --errors"
    })
final class EvaluateCopiesCommand implements Callable<Integer> {
  private static final int MOST_SEEDS = 100;

  @Parameters(
      paramLabel = "FILE",
      description = {
        "Rows of id, cluster, kind, text and perhaps a time (2026-03-01T06:00:00Z), with tabs",
        "between; in the text \\n is a line break and \\\\ a backslash. .tsv or .tsv.gz."
      })
  private Path file = Path.of("");

  @Option(
      names = "--seeds",
      defaultValue = "3",
      paramLabel = "N",
      description = {
        "How many orders of arrival are tried, 1 to 100 (default: ${DEFAULT-VALUE}).",
        "Rows with times keep the order of those."
      })
  private int seeds;

  @Option(
      names = "--events",
      description = {
        "Evaluate events: a text's cluster is the event that it",
        "reports. Texts taken for copies are counted apart."
      })
  private boolean events;

  @Option(
      names = "--errors",
      description = {
        "Print each text that the first order put into a wrong story.",
        "With --events: each that it put into a wrong event, and each",
        "that it took for a copy of another."
      })
  private boolean errors;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Write where the first order put each text: id, storyId,",
        "relation, matchedId, measure; with --events the eventId in",
        "place of the storyId."
      })
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object, the mean of the orders.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw new Failure(ExitCode.USAGE, "--seeds must be 1 to " + MOST_SEEDS + ", not " + seeds);
    }
    CopyEvaluation evaluation = evaluation();
    if (out != null) {
      write(evaluation, out);
    }
    if (json) {
      terminal.out().println(evaluation.toJson());
    } else {
      terminal.print(evaluation.toTable());
    }
    if (errors) {
      evaluation.errors().forEach(terminal.out()::println);
    }
    return ExitCode.DONE.number();
  }

  private CopyEvaluation evaluation() {
    try (var progress = new Progress(terminal)) {
      progress.step("placing the texts of " + file);
      return CopyEvaluation.of(file, seeds, events ? Level.EVENTS : Level.STORIES);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.BAD_DATA, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw Failure.unreadable(file, e);
    }
  }

  private static void write(CopyEvaluation evaluation, Path out) {
    try {
      evaluation.write(out);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.CANNOT_START, out + ": cannot be written; is its folder there?", e);
    }
  }
}
