package org.parley.app.command;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.app.Cluster;
import org.parley.app.Failure;
import org.parley.app.config.Config;
import org.parley.app.console.ProcessConsole;
import org.parley.app.process.OneProcess;
import org.parley.app.role.Role;
import org.parley.app.terminal.Progress;

/// A command that runs one role on a cluster, or on the broker of a `parley run`.
final class RoleRun implements UntilSignal.Work {
  /// However long the role restores: a signal ends the wait, and so does a failure.
  private static final Duration START = Duration.ofDays(1);

  private final OneProcess process;
  private final Role role;
  private final Progress progress;
  private final ProcessConsole console;

  /// @param role made for the console that it tells its figures to
  RoleRun(Config config, Cluster cluster, Function<ProcessConsole, Role> role, Progress progress) {
    this.process = OneProcess.at(config, cluster);
    this.progress = progress;
    this.console = ProcessConsole.start(config, progress::say);
    this.role = role.apply(console);
    console.opened(process);
  }

  @Override
  public void begin(Consumer<Failure> failed) throws InterruptedException {
    var _ = process.failure().thenAccept(failed);
    progress.step("starting " + role.name());
    process.start(List.of(role), START);
    console.started();
    progress.step("");
    progress.say(role.name() + " runs on " + process.cluster().servers() + "; Ctrl-C ends");
  }

  @Override
  public boolean end(Duration limit) {
    progress.step("stopping");
    try (console) {
      return process.close(limit);
    }
  }
}
