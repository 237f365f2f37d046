package org.parley.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.FeedBook;
import org.parley.app.book.FeedBook.Wanted;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Feed;
import org.parley.ingest.feed.list.FeedList;
import org.parley.ingest.feed.list.ListedFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parley feed import`.
@Command(
    name = "import",
    description = {
      "Have the feeds of a file polled: OPML as every feed reader exports it, or plain text with an"
          + " address a line. Says of each whether it was added, known already, or refused.",
      "Example: parley feed import my-feeds.opml"
    },
    exitCodeList = {
      "0: all are polled",
      "3: some lines were refused; each is named",
      "65: all were refused",
      "66: the file cannot be read"
    })
final class FeedImportCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(paramLabel = "FILE", description = "OPML, or addresses one a line.")
  private Path file = Path.of("");

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    FeedList list = list();
    list.problems().forEach(problem -> terminal.err().println("parley: refused: " + problem));
    int added = list.feeds().isEmpty() ? 0 : add(list.feeds());
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%s: %d added, %d known already, %d refused%n",
            file,
            added,
            list.feeds().size() - added,
            list.problems().size());
    return code(list).number();
  }

  private FeedList list() {
    try {
      return FeedList.read(file);
    } catch (IOException e) {
      throw Failure.unreadable(file, e);
    }
  }

  /// @return how many were not known
  private int add(List<ListedFeed> feeds) {
    var book = new FeedBook(globals.cluster(), Clock.systemUTC());
    Set<String> known = book.feeds().stream().map(Feed::url).collect(Collectors.toSet());
    List<Wanted> wanted = new ArrayList<>();
    for (ListedFeed feed : feeds) {
      if (!known.contains(feed.url())) {
        wanted.add(new Wanted(feed.url(), feed.title(), null));
      }
    }
    book.add(wanted);
    for (ListedFeed feed : feeds) {
      String title = feed.title() == null ? "" : " (" + feed.title() + ")";
      String what = known.contains(feed.url()) ? "known already: " : "added: ";
      terminal.out().println(what + feed.url() + title);
    }
    return wanted.size();
  }

  private static ExitCode code(FeedList list) {
    if (list.problems().isEmpty()) {
      return ExitCode.DONE;
    }
    return list.feeds().isEmpty() ? ExitCode.BAD_DATA : ExitCode.PARTLY;
  }
}
