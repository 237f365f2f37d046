package org.parley.app.command;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.book.FeedBook;
import org.parley.app.feed.FeedHealth;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley feed list`.
@Command(
    name = "list",
    description = {
      "List the feeds that are polled, and how each fares: whether it answers, when it is polled next,"
          + " and in plain words what is wrong with it.",
      "Example: parley feed list --problems"
    })
final class FeedListCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Option(names = "--problems", description = "Only those that something is wrong with.")
  private boolean problems;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  /// What `--json` prints of a feed.
  record Line(Feed feed, FeedHealth health, @Nullable FeedState state) {
    static Line of(FeedBook.Listed listed, Instant now) {
      FeedState state = listed.state() == null ? null : listed.state().feed();
      return new Line(listed.feed(), FeedHealth.of(state, now), state);
    }

    private String title() {
      String title = feed.title() == null && state != null ? state.title() : feed.title();
      return title == null ? "" : " (" + title + ")";
    }
  }

  @Override
  public Integer call() {
    var clock = Clock.systemUTC();
    List<Line> lines =
        new FeedBook(globals.cluster(), clock)
            .list().stream()
                .map(listed -> Line.of(listed, clock.instant()))
                .filter(line -> !problems || line.health().condition().isTrouble())
                .toList();
    lines.forEach(line -> terminal.out().println(json ? Json.write(line) : text(line)));
    if (lines.isEmpty()) {
      terminal
          .err()
          .println(problems ? "no feed is in trouble" : "no feeds; `parley feed add URL` adds one");
    }
    return ExitCode.DONE.number();
  }

  private String text(Line line) {
    String condition =
        String.format(
            Locale.ROOT, "%-8s", line.health().condition().name().toLowerCase(Locale.ROOT));
    return (line.health().condition().isTrouble() ? terminal.red(condition) : condition)
        + line.feed().url()
        + terminal.dim(line.title())
        + ": "
        + line.health().says();
  }
}
