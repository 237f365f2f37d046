package org.parley.app.command;

import picocli.CommandLine.Command;

/// `parley feed`.
@Command(
    name = "feed",
    description = {
      "Add, list or remove feeds: the RSS and Atom addresses that are polled.",
      "Example: parley feed list"
    },
    subcommands = {
      FeedAddCommand.class,
      FeedListCommand.class,
      FeedShowCommand.class,
      FeedRemoveCommand.class
    })
final class FeedCommand {}
