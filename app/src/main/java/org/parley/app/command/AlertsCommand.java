package org.parley.app.command;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.parley.app.Cluster;
import org.parley.app.config.Config;
import org.parley.app.console.ProcessConsole;
import org.parley.app.role.AlertsRole;
import org.parley.app.role.Role;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley alerts`.
@Command(
    name = "alerts",
    description = {
      "Run the delivery of webhooks alone until Ctrl-C. Several of them, each with a --data-dir of its"
          + " own, share the endpoints; when one is gone, the others take over what it had. All of them"
          + " need the same key for the endpoints' secrets: set secret.key.",
      "Example: parley alerts --bootstrap-servers kafka:9092 --set secret.key=env:KEY"
    })
final class AlertsCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Override
  public Integer call() throws InterruptedException {
    Config config = globals.config();
    Cluster cluster = Cluster.find(config);
    var terminal = Terminal.ofProcess();
    try (var progress = new Progress(terminal)) {
      Function<ProcessConsole, Role> role =
          console ->
              new AlertsRole(config, cluster, Attempts.told(terminal, console), console.figures());
      var run = new RoleRun(config, cluster, role, progress);
      return new UntilSignal(run, config.stopLimit()).run().number();
    }
  }
}
