package org.parley.app.command;

import org.parley.app.ExitCode;
import org.parley.app.Failure;
import picocli.CommandLine.Command;

/// `parley dlq`.
@Command(
    name = "dlq",
    description = {
      "Look at dead letters, the records and deliveries that were given up, and try records again.",
      "A dead letter's id is the partition and the offset of its record, such as 0-17.",
      "Example: parley dlq list --since 1d"
    },
    subcommands = {DlqListCommand.class, DlqShowCommand.class, DlqReplayCommand.class})
final class DlqCommand {
  static Failure unknown(String id) {
    return new Failure(
        ExitCode.BAD_DATA, "there is no dead letter '" + id + "'; `parley dlq list` shows them");
  }
}
