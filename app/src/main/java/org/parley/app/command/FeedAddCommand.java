package org.parley.app.command;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.FeedBook;
import org.parley.app.book.FeedBook.Wanted;
import org.parley.app.config.Config;
import org.parley.app.config.Length;
import org.parley.app.feed.FeedCheck;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Feed;
import org.parley.ingest.feed.read.FeedDocument;
import org.parley.outbound.AddressPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley feed add`.
@Command(
    name = "add",
    description = {
      "Have feeds polled: RSS or Atom, by their addresses. One that is there already stays as it is,"
          + " but for a new title or interval.",
      "Example: parley feed add https://news.example.org/feed.xml --check",
      "Example: parley feed add https://news.example.org/feed.xml --every 5m"
    },
    exitCodeList = {
      "0: all are polled",
      "3: some were refused by --check; each is named",
      "65: all were refused by --check"
    })
final class FeedAddCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(arity = "1..*", paramLabel = "URL", description = "http:// or https://.")
  private List<String> urls = new ArrayList<>();

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "What to call it, for one URL (else what it calls itself).")
  private @Nullable String title;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "Poll so often, such as 90s, 15m or 2h (else as the configuration says).")
  private @Nullable String every;

  @Option(
      names = "--check",
      description =
          "Fetch each once first, say what is there, and add only what is a feed. A page that is"
              + " none names the feeds that it links.")
  private boolean check;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() throws InterruptedException {
    if (title != null && urls.size() > 1) {
      throw new Failure(ExitCode.USAGE, "--title goes with one URL; add them one at a time");
    }
    Duration interval = interval();
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (String url : urls) {
      Wanted one = FeedUrls.wanted(url, title, interval);
      wanted.put(one.url(), one);
    }
    Config config = globals.config();
    int refused = check ? check(config, wanted) : 0;
    add(config, wanted);
    if (refused == 0) {
      return ExitCode.DONE.number();
    }
    return (wanted.isEmpty() ? ExitCode.BAD_DATA : ExitCode.PARTLY).number();
  }

  private @Nullable Duration interval() {
    try {
      return every == null ? null : Length.of(every);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--every: " + e.getMessage(), e);
    }
  }

  /// Takes out those that are no feeds.
  ///
  /// @return how many
  private int check(Config config, Map<String, Wanted> wanted) throws InterruptedException {
    var policy = AddressPolicy.allowing(config.feeds().allow());
    List<String> refused = new ArrayList<>();
    try (var progress = new Progress(terminal);
        var fetch = new FeedCheck(policy, config.feeds().polling().deadline(), Clock.systemUTC())) {
      for (String url : wanted.keySet()) {
        progress.step("looking at " + url);
        if (!isFeed(url, fetch.look(url))) {
          refused.add(url);
        }
      }
    }
    refused.forEach(wanted::remove);
    return refused.size();
  }

  private boolean isFeed(String url, FeedCheck.Found found) {
    return switch (found) {
      case FeedCheck.Found.Feed(URI at, FeedDocument document) -> {
        terminal
            .out()
            .println(
                url
                    + ": "
                    + (document.title() == null ? "a feed without a title" : document.title())
                    + ", "
                    + AlertText.count(document.entries().size(), "entry")
                    + (at.toString().equals(url) ? "" : ", at " + at));
        yield true;
      }
      case FeedCheck.Found.None(String reason) -> {
        terminal.err().println("parley: " + url + " " + reason);
        yield false;
      }
    };
  }

  private void add(Config config, Map<String, Wanted> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    var book = new FeedBook(Cluster.find(config), Clock.systemUTC());
    Map<String, Feed> before = byUrl(book);
    book.add(wanted.values());
    Map<String, Feed> after = byUrl(book);
    for (String url : wanted.keySet()) {
      terminal.out().println(change(before.get(url), after.get(url)) + ": " + url);
    }
  }

  private static Map<String, Feed> byUrl(FeedBook book) {
    return book.feeds().stream().collect(Collectors.toMap(Feed::url, feed -> feed));
  }

  private static String change(@Nullable Feed before, @Nullable Feed after) {
    if (before == null) {
      return "added";
    }
    return before.equals(after) ? "known already" : "changed";
  }
}
