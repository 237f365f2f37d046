package org.parley.app.command;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.book.FeedBook;
import org.parley.app.feed.FeedHealth;
import org.parley.app.terminal.Terminal;
import org.parley.contract.EntryState;
import org.parley.contract.Feed;
import org.parley.contract.FeedState;
import org.parley.contract.Json;
import org.parley.contract.SourceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley feed show`.
@Command(
    name = "show",
    description = {
      "Show everything that is known of a feed: how it fares, what it asks of those who poll it, and"
          + " its latest entries.",
      "Example: parley feed show https://news.example.org/feed.xml -n 50"
    },
    exitCodeList = "65: there is no such feed")
final class FeedShowCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(paramLabel = "URL", description = "The feed's address, in any form.")
  private String url = "";

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many entries to show, the latest first (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  /// What `--json` prints.
  ///
  /// @param entries the latest first
  record Whole(
      Feed feed, FeedHealth health, @Nullable FeedState state, List<SourceState> entries) {}

  @Override
  public Integer call() {
    String known = FeedUrls.known(url);
    Whole whole = look(globals.cluster(), known);
    if (json) {
      terminal.out().println(Json.write(whole));
    } else {
      print(whole);
    }
    return ExitCode.DONE.number();
  }

  private Whole look(Cluster cluster, String known) {
    var clock = Clock.systemUTC();
    Feed feed =
        new FeedBook(cluster, clock)
            .feeds().stream()
                .filter(one -> one.url().equals(known))
                .findFirst()
                .orElseThrow(() -> FeedUrls.unknown(known));
    List<SourceState> mine =
        cluster.snapshot().latest(cluster.world().sources()).values().stream()
            .filter(state -> state.name().equals(known))
            .toList();
    FeedState state =
        mine.stream()
            .filter(source -> source.entry() == null)
            .map(SourceState::feed)
            .findFirst()
            .orElse(null);
    List<SourceState> entries =
        mine.stream()
            .filter(source -> source.entry() != null)
            .sorted(Comparator.comparing(SourceState::at).reversed())
            .limit(Math.max(0, most))
            .toList();
    return new Whole(feed, FeedHealth.of(state, clock.instant()), state, entries);
  }

  private void print(Whole whole) {
    Feed feed = whole.feed();
    FeedState state = whole.state();
    line("url", feed.url());
    line("title", feed.title());
    line("health", whole.health().says());
    line("added", feed.addedAt());
    line("interval", feed.interval() == null ? "as configured" : feed.interval());
    if (state != null) {
      line("own title", state.title());
      line("moved to", state.movedTo());
      line("last poll", state.lastPolledAt());
      line("last answer", state.lastSuccessAt());
      line("next poll", state.nextPollAt());
      line("entries", state.entries());
      line("missed", state.missedAt());
      line("etag", state.etag());
      line("modified", state.lastModified());
      hints(state.hints());
    }
    whole.entries().forEach(this::entry);
  }

  private void hints(FeedState.@Nullable Hints hints) {
    if (hints != null) {
      line("asks for", hints.every() == null ? null : "a poll every " + hints.every());
      line("skip hours", hints.skipHours().isEmpty() ? null : hints.skipHours());
      line("skip days", hints.skipDays().isEmpty() ? null : hints.skipDays());
    }
  }

  private void entry(SourceState entry) {
    EntryState seen = entry.seen();
    String name =
        seen == null
            ? String.valueOf(entry.entry())
            : seen.link() == null ? seen.key() : seen.link();
    line(
        "entry",
        String.format(
            Locale.ROOT,
            "%s %s%s%s",
            entry.at(),
            name,
            entry.revision() > 1 ? " revision " + entry.revision() : "",
            seen == null || seen.goneAt() == null ? "" : " (not in the feed any more)"));
  }

  private void line(String label, @Nullable Object value) {
    if (value != null) {
      terminal.out().println(terminal.dim(String.format(Locale.ROOT, "%-12s", label)) + value);
    }
  }
}
