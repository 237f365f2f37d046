package org.parley.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parley help`: what `--help` after a command prints.
@Command(
    name = "help",
    description = {
      "Explain a command; without one, list what there is.",
      "Example: parley help endpoint add"
    })
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, and its subcommand where it has some.")
  private List<String> path = new ArrayList<>();

  @Override
  public Integer call() {
    CommandLine asked = spec.root().commandLine();
    for (String name : path) {
      asked = below(asked, name);
    }
    asked.usage(Terminal.ofProcess().out(), Help.Ansi.AUTO);
    return ExitCode.DONE.number();
  }

  private static CommandLine below(CommandLine command, String name) {
    CommandLine found = command.getSubcommands().get(name);
    if (found == null) {
      throw new Failure(
          ExitCode.USAGE,
          command.getCommandSpec().qualifiedName()
              + " has no command '"
              + name
              + "'"
              + Spelling.suggest(name, command.getSubcommands().keySet()));
    }
    return found;
  }
}
