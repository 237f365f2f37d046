package org.parley.app.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.config.Config;
import org.parley.app.console.ConsoleAddress;
import org.parley.app.terminal.Terminal;
import org.parley.outbound.AddressPolicy;
import org.parley.outbound.Exchange;
import org.parley.outbound.Exchange.Answered;
import org.parley.outbound.GuardedHttp;
import org.parley.outbound.Headers;
import org.parley.outbound.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley health`.
@Command(
    name = "health",
    description = {
      "Ask the Parley that runs on this data directory whether it is ready: every role has its work,"
          + " and the broker answers. Prints what it said; exit code 0 when it is, 1 when it is not or"
          + " does not answer.",
      "Example: parley health --live"
    })
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Mixin private final Globals globals = new Globals();

  @Option(
      names = "--live",
      description = "Ask only whether it is alive: nothing has stopped for good.")
  private boolean live;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Ask the console on this port of 127.0.0.1 instead.")
  private @Nullable Integer port;

  @Override
  public Integer call() {
    var terminal = Terminal.ofProcess();
    URI uri = URI.create("http://" + address() + (live ? "/livez" : "/readyz"));
    try (var http = GuardedHttp.open(AddressPolicy.allowing(List.of("loopback", "private")))) {
      Exchange exchange = http.send(Request.get(uri, Headers.none(), PATIENCE));
      if (exchange instanceof Answered answered) {
        terminal.out().println(answered.text().strip());
        return (answered.isSuccess() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
      }
      terminal.err().println("parley: " + uri + " " + exchange.summary());
      return ExitCode.CHECK_FAILED.number();
    }
  }

  private String address() {
    if (port != null) {
      return "127.0.0.1:" + port;
    }
    Config config = globals.config();
    return ConsoleAddress.in(config.dataDir())
        .read()
        .map(HealthCommand::here)
        .orElseThrow(() ->
            new Failure(
                ExitCode.CHECK_FAILED,
                "no Parley with a console runs on " + config.dataDir() + "; or name its --port"));
  }

  /// A console on all interfaces is asked on this machine's own.
  private static String here(String address) {
    return address
        .replaceFirst("^0\\.0\\.0\\.0:", "127.0.0.1:")
        .replace("[0:0:0:0:0:0:0:0]", "[::1]");
  }
}
