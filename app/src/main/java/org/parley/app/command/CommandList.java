package org.parley.app.command;

import java.util.LinkedHashSet;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/// The list of subcommands in a command's help: each with its first sentence and no more.
final class CommandList implements IHelpSectionRenderer {
  private static final int INDENT = 2;

  /// The first clause of a description: what follows explains it.
  static String summary(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    return description.length == 0 ? "" : description[0].replaceFirst("(?s)[.:;](\\s.*)?$", "");
  }

  @Override
  public String render(Help help) {
    Map<String, CommandLine> commands = help.commandSpec().subcommands();
    if (commands.isEmpty()) {
      return "";
    }
    int name = commands.keySet().stream().mapToInt(String::length).max().orElse(0) + 2 * INDENT;
    int width = help.commandSpec().usageMessage().width();
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(name, INDENT, Overflow.SPAN),
            new Column(width - name, 0, Overflow.WRAP));
    for (CommandLine command : new LinkedHashSet<>(commands.values())) {
      table.addRowValues(command.getCommandName(), summary(command));
    }
    return table.toString();
  }
}
