package org.parley.app.command;

import java.util.Locale;
import java.util.function.Consumer;
import org.parley.app.console.ProcessConsole;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Attempt;

/// What is said of an attempt while a service runs.
final class Attempts {
  private Attempts() {}

  /// Says it, and counts it.
  static Consumer<Attempt> told(Terminal terminal, ProcessConsole console) {
    return attempt -> {
      say(terminal, attempt);
      console.figures().attempt(attempt);
    };
  }

  private static void say(Terminal terminal, Attempt attempt) {
    terminal.say(
        String.format(
            Locale.ROOT,
            "%s to %s: %s",
            attempt.outcome().label(),
            attempt.endpointId(),
            attempt.detail()));
  }
}
