package org.parley.app.command;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.config.Config;
import org.parley.app.doctor.Doctor;
import org.parley.app.doctor.Verdict;
import org.parley.app.doctor.Verdict.Level;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley doctor`.
@Command(
    name = "doctor",
    description = {
      "Look this installation over and say what to do about what is wrong, one line a finding: JDK,"
          + " disk, data directory, port, broker, topics and their settings, who reads them and how far"
          + " behind, clock, feeds, endpoints, stuck deliveries, dead letters.",
      "Changes nothing. Without a running Parley it looks at this machine only.",
      "Example: parley doctor",
      "Example: parley doctor --json | jq '.findings[] | select(.level != \"OK\")'"
    },
    exitCodeList = {"0: nothing fails; there may be warnings", "1: something fails"})
final class DoctorCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Option(
      names = "--json",
      description = "Print one JSON object: {\"healthy\": …, \"findings\": [{check, level, …}]}.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  /// What `--json` prints.
  ///
  /// @param healthy whether nothing fails
  record Report(boolean healthy, List<Verdict> findings) {}

  @Override
  public Integer call() {
    Config config = globals.config();
    try (var progress = new Progress(terminal)) {
      progress.step("looking around");
      List<Verdict> findings = new Doctor(config, Clock.systemUTC()).examine();
      boolean healthy = findings.stream().noneMatch(found -> found.level() == Level.FAIL);
      if (json) {
        terminal.out().println(Json.write(new Report(healthy, findings)));
      } else {
        findings.forEach(found -> terminal.out().println(line(found)));
      }
      return (healthy ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }
  }

  private String line(Verdict found) {
    String level = String.format(Locale.ROOT, "%-4s", found.level());
    String painted =
        switch (found.level()) {
          case OK -> terminal.green(level);
          case WARN -> terminal.bold(level);
          case FAIL -> terminal.red(level);
        };
    return painted + String.format(Locale.ROOT, "  %-13s", found.check()) + found.text();
  }
}
