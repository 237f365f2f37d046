package org.parley.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.Benchmark;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/// `parley bench`.
@Command(
    name = "bench",
    description = {
      "Measure, against a baseline in the same run; without a name, list what there is.",
      "The last line is JSON: bench, value, unit, baseline, ratio (more is better).",
      "Example: parley bench pipeline",
      "Example: parley bench feeds --minutes 10"
    })
final class BenchCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The benchmark.")
  private @Nullable String name;

  /// What the benchmark takes, options included.
  @Unmatched private List<String> arguments = new ArrayList<>();

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    List<Benchmark> benchmarks =
        ServiceLoader.load(Benchmark.class).stream().map(ServiceLoader.Provider::get).toList();
    if (name == null) {
      benchmarks.forEach(
          b -> terminal.out().printf(Locale.ROOT, "%-12s %s%n", b.name(), b.summary()));
      return ExitCode.DONE.number();
    }
    Benchmark benchmark =
        benchmarks.stream()
            .filter(b -> b.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new Failure(
                    ExitCode.USAGE,
                    "there is no benchmark '" + name + "'; `./parley bench` lists them"));
    terminal.out().println(Json.write(benchmark.run(arguments, terminal.err())));
    return ExitCode.DONE.number();
  }
}
