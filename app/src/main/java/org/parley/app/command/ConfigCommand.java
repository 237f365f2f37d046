package org.parley.app.command;

import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.config.ConfigReference;
import org.parley.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley config`.
@Command(
    name = "config",
    description = {
      "Show the configuration in force, or explain its keys.",
      "Example: parley config show"
    },
    subcommands = {ConfigCommand.Show.class, ConfigCommand.Reference.class})
final class ConfigCommand {
  @Command(
      name = "show",
      description = {
        "Print every key with its value and where the value comes from; secrets are hidden.",
        "Example: parley config show --config parley.yaml"
      },
      exitCodeList = "2: the configuration is wrong; every mistake is named")
  static final class Show implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Override
    public Integer call() {
      var loader = globals.loader();
      var config = loader.load(globals.file(), globals.options());
      var out = Terminal.ofProcess().out();
      loader.describe(config).forEach(out::println);
      return ExitCode.DONE.number();
    }
  }

  @Command(
      name = "reference",
      description = {
        "Print what every key means, as Markdown (docs/configuration.md).",
        "Example: parley config reference"
      })
  static final class Reference implements Callable<Integer> {
    @Override
    public Integer call() {
      Terminal.ofProcess().print(ConfigReference.markdown());
      return ExitCode.DONE.number();
    }
  }
}
