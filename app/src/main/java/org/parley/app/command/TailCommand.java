package org.parley.app.command;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import org.parley.contract.topic.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley tail`.
@Command(
    name = "tail",
    description = {
      "Print what a topic holds, one line a record, and go on with what comes until Ctrl-C.",
      "Example: parley tail alerts --since 2h",
      "Example: parley tail alerts -n 5 --json | jq .stage"
    })
final class TailCommand implements Callable<Integer> {
  /// What can be followed.
  enum Kind {
    ARTICLES,
    MATCHES,
    STORIES,
    MEMBERS,
    ALERTS,
    ATTEMPTS,
    NOTICES
  }

  /// The kinds as they are written on the command line.
  static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Kind.values()).map(Kinds::label).iterator();
    }

    private static String label(Kind kind) {
      return kind.name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private final Globals globals = new Globals();

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "alerts",
      paramLabel = "WHAT",
      completionCandidates = Kinds.class,
      description =
          "articles, matches, stories, members, alerts, attempts or notices (default: ${DEFAULT-VALUE}).")
  private String what = "alerts";

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "10",
      description = "Begin with the last N of each partition (default: ${DEFAULT-VALUE}).")
  private int last;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = {
        "Begin with what bears this time or a later one: " + Moment.FORMS + ".",
        "An article, a match and an alert bear the time at which the article was fetched."
      })
  private @Nullable String since;

  @Option(names = "--all", description = "Begin with the oldest that the topic holds.")
  private boolean all;

  @Option(names = "--no-follow", description = "End at what is there now.")
  private boolean noFollow;

  @Option(names = "--json", description = "Print the records themselves, one JSON object a line.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() {
    Kind kind = kind();
    TopicTail.Reach reach = reach();
    Cluster cluster = globals.cluster();
    new TopicTail(cluster, reach).print(topic(kind, cluster), this::line, terminal);
    return ExitCode.DONE.number();
  }

  private TopicTail.Reach reach() {
    if (last < 0) {
      throw new Failure(ExitCode.USAGE, "-n " + last + ": give 0 or more");
    }
    try {
      Instant from = since == null ? null : Moment.of(since, Clock.systemUTC());
      return new TopicTail.Reach(all ? Long.MAX_VALUE : last, from, !noFollow);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "--since: " + e.getMessage(), e);
    }
  }

  private Kind kind() {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(what))
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                ExitCode.USAGE,
                "cannot tail '"
                    + what
                    + "'; choose articles, matches, stories, members, alerts, attempts or notices"));
  }

  private static Topic<?> topic(Kind kind, Cluster cluster) {
    var world = cluster.world();
    return switch (kind) {
      case ARTICLES -> world.articles();
      case MATCHES -> world.matches();
      case STORIES -> world.stories();
      case MEMBERS -> world.members();
      case ALERTS -> world.alerts();
      case ATTEMPTS -> world.attempts();
      case NOTICES -> world.notices();
    };
  }

  private String line(Object value) {
    return json ? Json.write(value) : new RecordText(terminal).line(value);
  }
}
