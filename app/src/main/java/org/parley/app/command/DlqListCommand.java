package org.parley.app.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.deadletter.DeadLetterBook;
import org.parley.app.deadletter.Letter;
import org.parley.app.deadletter.Selection;
import org.parley.app.terminal.Terminal;
import org.parley.contract.DeadLetter;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parley dlq list`.
@Command(
    name = "list",
    description = {
      "List the dead letters, oldest first: id, time, step, where it came from, why, and whether it"
          + " was written back.",
      "Example: parley dlq list --step analyse --reason 'not an Article'"
    })
final class DlqListCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();
  @Mixin private final DlqFilters filters = new DlqFilters();

  @Option(names = "--json", description = "Print one JSON object a line, without the values.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    Selection selection = filters.selection();
    List<Letter> letters = new DeadLetterBook(globals.cluster()).list(selection);
    for (Letter letter : letters) {
      terminal.out().println(json ? Json.write(letter) : line(letter));
    }
    if (letters.isEmpty()) {
      terminal.err().println(selection.isAll() ? "no dead letters" : "no dead letters like that");
    }
    return ExitCode.DONE.number();
  }

  private String line(Letter found) {
    DeadLetter letter = found.letter();
    String origin =
        found.isDelivery()
            ? "delivery " + letter.key()
            : letter.topic() + "-" + letter.partition() + "@" + letter.offset();
    return String.format(
        Locale.ROOT,
        "%-7s %s %-8s %s: %s%s",
        found.id(),
        found.writtenAt(),
        letter.step(),
        origin,
        letter.reason(),
        found.replayedAt() == null
            ? ""
            : terminal.dim(" (written back " + found.replayedAt() + ")"));
  }
}
