package org.parley.app.command;

import org.parley.app.ExitCode;
import org.parley.app.Failure;
import picocli.CommandLine.Command;

/// `parley stories`.
@Command(
    name = "stories",
    description = {
      "List stories, or show one with what was told of it and what was held back. A story is the"
          + " articles that are copies of one another.",
      "Example: parley stories list"
    },
    subcommands = {StoriesListCommand.class, StoriesShowCommand.class})
final class StoriesCommand {
  static Failure unknown(String id) {
    return new Failure(
        ExitCode.BAD_DATA, "there is no story '" + id + "'; `parley stories list` shows them");
  }
}
