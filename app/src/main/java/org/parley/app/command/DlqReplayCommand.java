package org.parley.app.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.deadletter.DeadLetterBook;
import org.parley.app.deadletter.Letter;
import org.parley.app.deadletter.Replayed;
import org.parley.app.deadletter.Replayer;
import org.parley.app.deadletter.Selection;
import org.parley.app.terminal.AlertText;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley dlq replay`.
@Command(
    name = "replay",
    description = {
      "Write records back to the topics that they came from, with their keys and headers, and mark"
          + " the dead letters so. Mend first what made them fail, or they come back.",
      "Deliveries that were given up cannot be sent again: the ledger sends nothing twice.",
      "Example: parley dlq replay 0-17",
      "Example: parley dlq replay --step lane --since 2h"
    },
    exitCodeList = {
      "0: all were written back, or there were none",
      "3: some were left alone; each is named with the reason",
      "65: all were left alone, or there is no such dead letter"
    })
final class DlqReplayCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();
  @Mixin private final DlqFilters filters = new DlqFilters();

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "As `parley dlq list` shows them; else --all or a filter says which.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All that were not written back yet.")
  private boolean all;

  @Option(names = "--again", description = "Those, too, that were written back already.")
  private boolean again;

  private final Terminal terminal = Terminal.ofProcess();
  private int written;
  private int refused;

  @Override
  public Integer call() {
    Selection selection = filters.selection();
    checkUsage(selection);
    Cluster cluster = globals.cluster();
    List<String> chosen = chosen(new DeadLetterBook(cluster), selection);
    if (!chosen.isEmpty()) {
      try (var progress = new Progress(terminal);
          var replayer = new Replayer(cluster, Clock.systemUTC())) {
        progress.step("writing " + AlertText.count(chosen.size(), "record") + " back");
        replayer.replay(chosen, again, this::said);
      }
    }
    terminal.err().println(written + " written back, " + refused + " left alone");
    return code().number();
  }

  private void checkUsage(Selection selection) {
    boolean some = all || !selection.isAll();
    if (ids.isEmpty() != some) {
      throw new Failure(
          ExitCode.USAGE,
          "say which: IDs, or --all, or filters; `parley dlq list` shows what there is");
    }
  }

  private List<String> chosen(DeadLetterBook book, Selection selection) {
    if (ids.isEmpty()) {
      return book.list(selection).stream()
          .filter(letter -> again || letter.replayedAt() == null)
          .map(Letter::id)
          .toList();
    }
    List<String> known = book.list(Selection.ALL).stream().map(Letter::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw DlqCommand.unknown(id);
      }
    }
    return ids;
  }

  private void said(Replayed what) {
    switch (what) {
      case Replayed.Written(String id, String to) -> {
        written++;
        terminal.out().println(id + " written back to " + to);
      }
      case Replayed.Refused(String id, String reason) -> {
        refused++;
        terminal.err().println("parley: " + id + " " + reason);
      }
    }
  }

  private ExitCode code() {
    if (refused == 0) {
      return ExitCode.DONE;
    }
    return written == 0 ? ExitCode.BAD_DATA : ExitCode.PARTLY;
  }
}
