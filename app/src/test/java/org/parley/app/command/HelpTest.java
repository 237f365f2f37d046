package org.parley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

/// What `--help` says of every command there is.
class HelpTest {
  /// Every command with its whole name, the root included.
  static Stream<CommandLine> commands() {
    List<CommandLine> all = new ArrayList<>();
    collect(Commands.commandLine(), all);
    return all.stream();
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    all.add(command);
    Set.copyOf(command.getSubcommands().values()).forEach(below -> collect(below, all));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandSaysWhatItIsForWithAnExampleThatNamesIt(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    String[] description = command.getCommandSpec().usageMessage().description();
    assertThat(description).as(name).isNotEmpty();
    assertThat(description)
        .as(name + ": needs a line 'Example: …'")
        .anyMatch(line -> line.startsWith("Example: ") && line.contains(name));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionAndParameterIsExplainedWithItsDefault(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    for (ArgSpec argument : command.getCommandSpec().args()) {
      String text = String.join(" ", argument.description());
      String what = name + " " + argument.paramLabel() + " " + argument;
      assertThat(text).as(what).isNotBlank();
      if (argument.defaultValue() != null) {
        assertThat(text)
            .as(what + ": says its default")
            .contains("(default: " + argument.defaultValue() + ")");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anExampleStandsOnOneLineThatCanBeCopied(CommandLine command) {
    List<String> lines = command.getUsageMessage(Ansi.OFF).lines().toList();
    for (String line : command.getCommandSpec().usageMessage().description()) {
      if (line.startsWith("Example: ")) {
        assertThat(lines).contains(line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100})
  void theHelpOfEveryCommandFitsUsualWidths(int columns) {
    commands()
        .forEach(command -> {
          command.setUsageHelpWidth(columns);
          assertThat(command.getUsageMessage(Ansi.OFF).lines())
              .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        });
  }
}
