package org.parley.app.command;

import java.util.Locale;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Attempt;

/// What is said of an attempt while a service runs.
final class Attempts {
  private Attempts() {}

  static void say(Terminal terminal, Attempt attempt) {
    terminal
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "%s to %s: %s",
                attempt.outcome().label(),
                attempt.endpointId(),
                attempt.detail()));
  }
}
