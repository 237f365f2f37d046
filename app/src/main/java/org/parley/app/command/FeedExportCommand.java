package org.parley.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.FeedBook;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Terminal;
import org.parley.contract.FeedState;
import org.parley.ingest.feed.list.ListedFeed;
import org.parley.ingest.feed.list.Opml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parley feed export`.
@Command(
    name = "export",
    description = {
      "Write the feeds that are polled as OPML, which every feed reader takes.",
      "Example: parley feed export my-feeds.opml"
    },
    exitCodeList = "73: the file cannot be written")
final class FeedExportCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to; a file that is there is replaced (else standard output).")
  private @Nullable Path file;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    List<ListedFeed> feeds =
        new FeedBook(globals.cluster(), Clock.systemUTC())
            .list().stream().map(FeedExportCommand::listed).toList();
    String opml = Opml.write("Parley", feeds);
    if (file == null) {
      terminal.print(opml);
      return ExitCode.DONE.number();
    }
    try {
      Files.writeString(file, opml);
    } catch (IOException e) {
      throw new Failure(ExitCode.CANNOT_START, file + ": cannot be written", e);
    }
    terminal.err().println(file + ": " + AlertText.count(feeds.size(), "feed"));
    return ExitCode.DONE.number();
  }

  /// By the name that it was given, else the one that it has itself.
  private static ListedFeed listed(FeedBook.Listed listed) {
    FeedState state = listed.state() == null ? null : listed.state().feed();
    String own = state == null ? null : state.title();
    String title = listed.feed().title() == null ? own : listed.feed().title();
    return new ListedFeed(listed.feed().url(), title, List.of(), 1);
  }
}
