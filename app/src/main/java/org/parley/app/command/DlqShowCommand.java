package org.parley.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.parley.app.ExitCode;
import org.parley.app.deadletter.DeadLetterBook;
import org.parley.app.deadletter.Letter;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parley dlq show`.
@Command(
    name = "show",
    description = {
      "Print a dead letter whole, its record's value included.",
      "Example: parley dlq show 0-17"
    },
    exitCodeList = "65: there is no such dead letter")
final class DlqShowCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(paramLabel = "ID", description = "As `parley dlq list` shows it.")
  private String id = "";

  @Override
  public Integer call() {
    Letter letter = new DeadLetterBook(globals.cluster()).get(id);
    if (letter == null) {
      throw DlqCommand.unknown(id);
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
