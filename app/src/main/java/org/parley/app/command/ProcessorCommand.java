package org.parley.app.command;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.parley.app.Cluster;
import org.parley.app.config.Config;
import org.parley.app.console.ProcessConsole;
import org.parley.app.role.ProcessorRole;
import org.parley.app.role.Role;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley processor`.
@Command(
    name = "processor",
    description = {
      "Run the processor alone until Ctrl-C: articles in, matches, stories and alerts out. Several of"
          + " them, each with a --data-dir of its own, share the work; when one is gone, the others take"
          + " over what it had.",
      "Example: parley processor --bootstrap-servers kafka:9092 --data-dir /data/one"
    })
final class ProcessorCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Override
  public Integer call() throws InterruptedException {
    Config config = globals.config();
    Cluster cluster = Cluster.find(config);
    try (var progress = new Progress(Terminal.ofProcess())) {
      Function<ProcessConsole, Role> role =
          console ->
              new ProcessorRole(config, cluster, config.processorThreads(), console.figures());
      var run = new RoleRun(config, cluster, role, progress);
      return new UntilSignal(run, config.stopLimit()).run().number();
    }
  }
}
