package org.parley.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.explain.ArticleLog;
import org.parley.app.explain.Explained;
import org.parley.app.explain.ExplainedText;
import org.parley.app.explain.StandardInput;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Article;
import org.parley.ingest.corpus.Corpus;
import org.parley.ingest.corpus.CorpusException;
import org.parley.ingest.corpus.Draft;
import org.parley.ingest.corpus.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley explain`.
@Command(
    name = "explain",
    description = {
      "Print an article with its mentions marked, and the reason for each and for what was refused:"
          + " which words fired by which rule, what tells the stage, who talks, where and when, and"
          + " where it all stands in the text and in the source.",
      "Example: parley explain seeds/seed_000.txt",
      "Example: parley explain https://news.example.org/truce"
    },
    exitCodeList = {
      "0: explained",
      "3: some rows of the file were refused; each is named",
      "65: there is no article in the file",
      "66: there is no such file, or no such article in the log"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(
      paramLabel = "WHAT",
      description = {
        "A file of any form that a corpus may have, - for standard input, or an article of the log"
            + " by its URL or id. Nothing is fetched."
      })
  private String what = "";

  @Option(names = "--json", description = "Print one JSON object an article.")
  private boolean json;

  @Mixin private final LexiconOption lexicon = new LexiconOption();

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() throws IOException {
    if (what.equals("-")) {
      try (StandardInput input = StandardInput.read(System.in)) {
        return file(input.file()).number();
      }
    }
    Path file = path();
    if (file != null) {
      return file(file).number();
    }
    List<Article> found = ofLog();
    if (found.size() != 1) {
      throw new Failure(ExitCode.NO_INPUT, what + ": " + trouble(found));
    }
    new Printing().print(found.getFirst());
    return ExitCode.DONE.number();
  }

  private @Nullable Path path() {
    try {
      Path path = Path.of(what);
      return Files.exists(path) ? path : null;
    } catch (InvalidPathException _) {
      // A URL is no path on some systems.
      return null;
    }
  }

  private List<Article> ofLog() {
    if (what.matches("(?i)https?://.*")) {
      return new ArticleLog(globals.cluster()).byUrl(what);
    }
    if (what.matches("[0-9a-f]{" + ArticleLog.LEAST_ID + ",32}")) {
      return new ArticleLog(globals.cluster()).byId(what);
    }
    throw new Failure(
        ExitCode.NO_INPUT,
        what
            + ": no such file, and no URL or article's id either ("
            + ArticleLog.LEAST_ID
            + " to 32 of 0-9 and a-f)");
  }

  private static String trouble(List<Article> found) {
    return found.isEmpty()
        ? "no article of the log has it; `parley tail articles --all` shows those that there are"
        : "the ids of " + found.size() + " articles begin so; give more of it";
  }

  private ExitCode file(Path file) {
    Printing printing = new Printing();
    try {
      Corpus.open(file, null).readings().forEach(printing::take);
    } catch (CorpusException e) {
      throw new Failure(ExitCode.NO_INPUT, String.valueOf(e.getMessage()), e);
    }
    return printing.code();
  }

  /// Prints one article after another.
  private final class Printing {
    private final Explained.Explainer explainer = new Explained.Explainer(lexicon.tagger());

    /// As if a file's articles had just been fetched.
    private final Instant now = Clock.systemUTC().instant();

    private int explained;
    private int refused;

    void take(Reading reading) {
      switch (reading) {
        case Reading.Read(Draft draft) ->
            print(draft.article(1, draft.fetchedAt() == null ? now : draft.fetchedAt()));
        case Reading.Refused(_, String reason) -> {
          refused++;
          terminal.err().println("parley: refused: " + reason);
        }
      }
    }

    void print(Article article) {
      Explained whole = explainer.explain(article);
      if (json) {
        terminal.out().println(whole.toJson());
      } else {
        if (explained > 0) {
          terminal.out().println();
        }
        new ExplainedText(terminal).lines(whole).forEach(terminal.out()::println);
      }
      explained++;
    }

    ExitCode code() {
      if (explained == 0) {
        return ExitCode.BAD_DATA;
      }
      return refused == 0 ? ExitCode.DONE : ExitCode.PARTLY;
    }
  }
}
