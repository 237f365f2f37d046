package org.parley.app.command;

import java.util.LinkedHashSet;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The reference of the command line, written from the commands themselves: `docs/commands.md` is
/// this text, and a test says when it is stale.
final class CommandReference {
  private static final String HEAD =
      """
      # Commands

      <!-- Generated from the commands: `mvn verify -Dparley.golden=write`. -->

      What `./parley help COMMAND` prints, for every command. The exit codes that all of them share are
      in [exit-codes.md](exit-codes.md), what can be configured in [configuration.md](configuration.md).
      """;

  private CommandReference() {}

  static String markdown() {
    var text = new StringBuilder(HEAD);
    append(Commands.commandLine(), text);
    return text.toString();
  }

  private static void append(CommandLine command, StringBuilder text) {
    text.append("\n## ")
        .append(command.getCommandSpec().qualifiedName())
        .append("\n\n```\n")
        .append(command.getUsageMessage(Ansi.OFF).stripTrailing())
        .append("\n```\n");
    for (CommandLine below : new LinkedHashSet<>(command.getSubcommands().values())) {
      append(below, text);
    }
  }
}
