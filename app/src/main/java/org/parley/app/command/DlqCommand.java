package org.parley.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
import org.parley.contract.DeadLetter;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley dlq`.
@Command(
    name = "dlq",
    description = {
      "Look at dead letters, the records and deliveries that were given up, and try records again.",
      "A dead letter's id is the partition and the offset of its record, such as 0-17.",
      "Example: parley dlq list --since 1d"
    },
    subcommands = {DlqCommand.Show.class, DlqCommand.Listing.class, DlqCommand.Replay.class})
final class DlqCommand {
  /// Which dead letters are meant.
  static final class Filters {
    @Option(
        names = "--step",
        paramLabel = "STEP",
        description = "Only those of this step: analyse, lane, alert or ledger.")
    private @Nullable String step;

    @Option(
        names = "--topic",
        paramLabel = "TOPIC",
        description = "Only those that came from this topic; the prefix may be left out.")
    private @Nullable String topic;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description =
            "Only those whose record bears this time or a later one: " + Moment.FORMS + ".")
    private @Nullable String since;

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        description = "Only those with this text in their reason, in any case.")
    private @Nullable String reason;

    Selection selection() {
      try {
        Instant from = since == null ? null : Moment.of(since, Clock.systemUTC());
        return new Selection(step, topic, from, reason);
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.USAGE, "--since: " + e.getMessage(), e);
      }
    }
  }

  @Command(
      name = "list",
      description = {
        "List the dead letters, oldest first: id, time, step, where it came from, why, and whether it"
            + " was written back.",
        "Example: parley dlq list --step analyse --reason 'not an Article'"
      })
  static final class Listing implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();
    @Mixin private final Filters filters = new Filters();

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

  @Command(
      name = "show",
      description = {
        "Print a dead letter whole, its record's value included.",
        "Example: parley dlq show 0-17"
      },
      exitCodeList = "65: there is no such dead letter")
  static final class Show implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();

    @Parameters(paramLabel = "ID", description = "As `parley dlq list` shows it.")
    private String id = "";

    @Override
    public Integer call() {
      Letter letter = new DeadLetterBook(globals.cluster()).get(id);
      if (letter == null) {
        throw unknown(id);
      }
      Terminal.ofProcess().out().println(pretty(letter));
      return ExitCode.DONE.number();
    }

    private static String pretty(Letter letter) {
      ObjectNode whole = Json.MAPPER.valueToTree(letter);
      if (whole.get("letter") instanceof ObjectNode inner && inner.hasNonNull("value")) {
        inner.set("value", parsed(inner.get("value")));
      }
      return whole.toPrettyString();
    }

    private static JsonNode parsed(JsonNode value) {
      try {
        JsonNode parsed = Json.MAPPER.readTree(value.asText());
        return parsed.isContainerNode() ? parsed : value;
      } catch (JsonProcessingException _) {
        // Many a dead letter is one because its value is no JSON: it is shown as it is.
        return value;
      }
    }
  }

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
  static final class Replay implements Callable<Integer> {
    @Mixin private final Globals globals = new Globals();
    @Mixin private final Filters filters = new Filters();

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
          throw unknown(id);
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

  private static Failure unknown(String id) {
    return new Failure(
        ExitCode.BAD_DATA, "there is no dead letter '" + id + "'; `parley dlq list` shows them");
  }
}
