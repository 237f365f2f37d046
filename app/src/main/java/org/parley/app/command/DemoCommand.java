package org.parley.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.parley.app.ExitCode;
import org.parley.app.config.Config;
import org.parley.app.process.Demo;
import org.parley.app.process.Scratch;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley demo`.
@Command(
    name = "demo",
    description = {
      "See the whole path at work: starts a broker of its own on a free port and a webhook receiver,"
          + " reads the seed articles and three near-copies of them, prints each alert as it is delivered"
          + " with its signature verified, and a summary. Nothing is kept.",
      "Example: parley demo --stay"
    })
final class DemoCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Option(
      names = "--stay",
      description =
          "Go on afterwards until Ctrl-C: what `parley ingest --bootstrap-servers` sends is shown too.")
  private boolean stay;

  @Override
  public Integer call() throws InterruptedException {
    var terminal = Terminal.ofProcess();
    Config config = globals.config();
    Path seeds = config.corpusSeed();
    try (var scratch = Scratch.of(config.allowing("127.0.0.1/32"));
        var progress = new Progress(terminal);
        var demo = new Demo(scratch, terminal, progress, Clock.systemUTC())) {
      boolean balanced = demo.run(seeds);
      if (stay) {
        progress.say("staying on " + demo.servers() + "; Ctrl-C ends");
        var end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(end::countDown, "stop"));
        end.await();
      }
      return (balanced ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }
  }
}
