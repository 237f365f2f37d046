package org.parley.app.command;

import picocli.CommandLine.Command;

/// `parley feed`.
@Command(
    name = "feed",
    description = {
      "Add, list, remove, import or export feeds: the RSS and Atom addresses that are polled.",
      "Example: parley feed list"
    },
    subcommands = {
      FeedAddCommand.class,
      FeedListCommand.class,
      FeedShowCommand.class,
      FeedRemoveCommand.class,
      FeedImportCommand.class,
      FeedExportCommand.class
    })
final class FeedCommand {}
