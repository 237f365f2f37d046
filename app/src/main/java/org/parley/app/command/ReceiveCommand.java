package org.parley.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.secret.Secrets;
import org.parley.app.ExitCode;
import org.parley.app.receive.Delivered;
import org.parley.app.receive.Receiver;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Alert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `parley receive`.
@Command(
    name = "receive",
    description = {
      "Receive webhooks, verify each signature, and print what came.",
      "Made for trying things out: start it, then give its address and secret to `parley endpoint add`"
          + " of a Parley whose configuration allows loopback (alerts.allow=127.0.0.1/32).",
      "Example: parley receive --port 0 --count 1"
    })
final class ReceiveCommand implements Callable<Integer> {
  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = Receiver.LOOPBACK,
      description =
          "Address to listen on; 0.0.0.0 for all of this machine (default: ${DEFAULT-VALUE}).")
  private String host = Receiver.LOOPBACK;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on; 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--secret",
      paramLabel = "whsec_…",
      description = "The secret to verify with; a new one is made and printed when left out.")
  private @Nullable String secret;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after N verified deliveries (else with Ctrl-C).")
  private int count;

  @Option(names = "--json", description = "Print each body as it came, one line each.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() throws InterruptedException {
    String key = secret == null ? Secrets.fresh() : secret;
    var verified = new AtomicInteger();
    var enough = new CountDownLatch(1);
    try (var receiver =
        Receiver.start(
            host,
            port,
            key,
            delivered -> {
              print(delivered);
              if (delivered.isVerified() && verified.incrementAndGet() == count) {
                enough.countDown();
              }
            })) {
      terminal.err().println("receiving on " + receiver.url() + " with secret " + key);
      enough.await();
    }
    return ExitCode.DONE.number();
  }

  private synchronized void print(Delivered delivered) {
    if (!delivered.isVerified()) {
      terminal
          .err()
          .println(
              terminal.red("✗ refused") + " " + delivered.webhookId() + ": " + delivered.problem());
    } else if (json) {
      terminal.out().println(delivered.body());
    } else {
      terminal.out().println(terminal.green("✓ verified") + " webhook-id " + delivered.webhookId());
      lines(delivered).forEach(terminal.out()::println);
    }
  }

  private List<String> lines(Delivered delivered) {
    Alert alert = delivered.alert();
    return alert == null ? List.of(delivered.body()) : new AlertText(terminal).lines(alert);
  }
}
