package org.parley.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.story.StoryBook;
import org.parley.app.story.StoryText;
import org.parley.app.story.WholeStory;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Ids;
import org.parley.contract.Json;
import org.parley.ingest.corpus.CanonicalUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley stories show`.
@Command(
    name = "show",
    description = {
      "Show everything that is known of a story: every article with how it stands to the story, the"
          + " measure that decided and the sentences it added; and for each watch what it was told,"
          + " why, and what was held back.",
      "Example: parley stories show 3f1c09a2",
      "Example: parley stories show https://news.example.org/truce"
    },
    exitCodeList = "65: there is no such story, or more than one")
final class StoriesShowCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(
      paramLabel = "ID",
      description = {
        "The story's id as alerts have it, or its beginning; or the id or the URL of an article that"
            + " is in it."
      })
  private String id = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    List<WholeStory> found = new StoryBook(globals.cluster()).find(asked());
    if (found.isEmpty()) {
      throw StoriesCommand.unknown(id);
    }
    if (found.size() > 1) {
      throw new Failure(
          ExitCode.BAD_DATA,
          "the ids of " + found.size() + " stories begin with '" + id + "'; give more of it");
    }
    WholeStory story = found.getFirst();
    if (json) {
      terminal.out().println(Json.write(story));
    } else {
      new StoryText(terminal).lines(story).forEach(terminal.out()::println);
    }
    return ExitCode.DONE.number();
  }

  private String asked() {
    CanonicalUrl url = id.matches("(?i)https?://.*") ? CanonicalUrl.of(id) : null;
    if (url != null) {
      return Ids.article(url.url());
    }
    if (id.matches("[0-9a-f]{" + StoryBook.LEAST_ID + ",32}")) {
      return id;
    }
    throw new Failure(
        ExitCode.BAD_DATA,
        "'"
            + id
            + "' is no story's id ("
            + StoryBook.LEAST_ID
            + " to 32 of 0-9 and a-f); `parley stories list` shows them");
  }
}
