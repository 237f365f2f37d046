package org.parley.app.command;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.deadletter.Selection;
import picocli.CommandLine.Option;

/// Which dead letters are meant.
final class DlqFilters {
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
      description = "Only those whose record bears this time or a later one: " + Moment.FORMS + ".")
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
