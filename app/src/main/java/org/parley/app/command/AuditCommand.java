package org.parley.app.command;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.parley.alerts.audit.Audit;
import org.parley.alerts.audit.AuditResult;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley audit`.
@Command(
    name = "audit",
    description = {
      "Count again, from the topics, every delivery that is owed, and check that each was made or is"
          + " accounted for:",
      "matched = delivered + pending + dead + superseded + cancelled + silenced.",
      "It may run beside Parley at work, and then gives it 10 s to catch up.",
      "Example: parley audit --json"
    },
    exitCodeList = {"0: it balances", "1: it does not", "69: no broker answers"})
final class AuditCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Mixin private final Globals globals = new Globals();

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    var terminal = Terminal.ofProcess();
    Cluster cluster = globals.cluster();
    try (var progress = new Progress(terminal)) {
      progress.step("counting what was owed");
      AuditResult result =
          new Audit(cluster.world(), cluster.snapshot(), Clock.systemUTC()).run(PATIENCE);
      String text = json ? Json.write(result) : result.text();
      terminal.out().println(text);
      return (result.isBalanced() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }
  }
}
