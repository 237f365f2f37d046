package org.parley.app.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.FeedBook;
import org.parley.app.book.FeedBook.Wanted;
import org.parley.app.terminal.Progress;
import org.parley.ingest.feed.list.FeedList;

/// The feeds of a file that someone names when a process starts: OPML, or a URL a line.
///
/// @param file as it was named
/// @param list what it holds
public record FeedIntake(Path file, FeedList list) {
  /// Reads the file, before anything is started.
  ///
  /// @throws Failure when it cannot be read, or holds no feed at all
  public static FeedIntake read(Path file) {
    try {
      FeedList list = FeedList.read(file);
      if (list.feeds().isEmpty()) {
        throw new Failure(ExitCode.BAD_DATA, String.join("\n  ", list.problems()));
      }
      return new FeedIntake(file, list);
    } catch (IOException e) {
      throw Failure.unreadable(file, e);
    }
  }

  /// Has the feeds polled, as `parley feed add` would, and names each line that is refused.
  public void add(Cluster cluster, Progress progress) {
    list.problems().forEach(problem -> progress.say("parley: refused: " + problem));
    List<Wanted> wanted =
        list.feeds().stream().map(feed -> new Wanted(feed.url(), feed.title(), null)).toList();
    int added = new FeedBook(cluster, Clock.systemUTC()).add(wanted);
    progress.say(
        String.format(
            Locale.ROOT,
            "%s: %d feeds added, %d known already, %d refused",
            file,
            added,
            wanted.size() - added,
            list.problems().size()));
  }
}
