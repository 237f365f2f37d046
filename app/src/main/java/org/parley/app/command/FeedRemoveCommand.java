package org.parley.app.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.book.FeedBook;
import org.parley.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parley feed remove`.
@Command(
    name = "remove",
    description = {
      "Stop polling a feed. Its articles stay, and added again it publishes only what is new.",
      "Example: parley feed remove https://news.example.org/feed.xml"
    },
    exitCodeList = "65: there is no such feed")
final class FeedRemoveCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(paramLabel = "URL", description = "The feed's address, in any form.")
  private String url = "";

  @Override
  public Integer call() {
    String known = FeedUrls.known(url);
    if (!new FeedBook(globals.cluster(), Clock.systemUTC()).remove(known)) {
      throw FeedUrls.unknown(known);
    }
    Terminal.ofProcess().out().println(known + " is polled no more");
    return ExitCode.DONE.number();
  }
}
