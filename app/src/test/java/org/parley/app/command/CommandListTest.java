package org.parley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

class CommandListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List the feeds.|List the feeds",
        "Run everything until Ctrl-C: a broker, the processor.|Run everything until Ctrl-C",
        "Measure against a baseline; without a name, list.|Measure against a baseline",
        "Read a folder of .txt or .md. Not more.|Read a folder of .txt or .md"
      })
  void showsTheFirstClauseOfADescription(String description, String summary) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(description, "Example: x");
    assertThat(CommandList.summary(new CommandLine(spec))).isEqualTo(summary);
  }

  @Test
  void eachCommandTakesALineOrTwo() {
    CommandLine parley = Commands.commandLine();
    List<String> list =
        parley
            .getUsageMessage(Ansi.OFF)
            .lines()
            .dropWhile(line -> !line.equals("Commands:"))
            .takeWhile(line -> !line.isEmpty())
            .toList();
    assertThat(list).contains("  watch       Add, list, remove or try watches");
    assertThat(list).hasSizeLessThanOrEqualTo(1 + 2 * parley.getSubcommands().size());
  }
}
