package org.parley.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.story.StoryBook;
import org.parley.app.story.StoryText;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import org.parley.contract.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley stories list`.
@Command(
    name = "list",
    description = {
      "List the stories that got an article last, the latest first: id, time of that article,"
          + " language, how many carried it, headline.",
      "Example: parley stories list --limit 50",
      "Example: parley stories list --event 3f1c09a2"
    })
final class StoriesListCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many, 1 or more (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--event",
      paramLabel = "ID",
      description = "Only those of this event: the stories in different words of one happening.")
  private @Nullable String event;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Failure(ExitCode.USAGE, "--limit " + limit + ": give 1 or more");
    }
    List<Story> stories = new StoryBook(globals.cluster()).latest(limit, wanted());
    var text = new StoryText(terminal);
    stories.forEach(story -> terminal.out().println(json ? Json.write(story) : text.line(story)));
    if (stories.isEmpty()) {
      terminal.err().println(event == null ? "no stories" : "no stories of that event");
    }
    return ExitCode.DONE.number();
  }

  private Predicate<Story> wanted() {
    String beginning = event;
    return story -> beginning == null || story.eventId().startsWith(beginning);
  }
}
