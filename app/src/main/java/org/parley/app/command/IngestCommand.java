package org.parley.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.config.Config;
import org.parley.app.process.CorpusIntake;
import org.parley.app.process.FeedIntake;
import org.parley.app.role.IngestRole;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Json;
import org.parley.ingest.publish.PublishReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley ingest`.
@Command(
    name = "ingest",
    description = {
      "With PATHs: read folders of .txt, .md, .html or .jsonl, or single files, and publish their"
          + " articles to a running Parley. A file that has not changed is not published again; one that"
          + " has is a new revision.",
      "Without, or with --feeds: poll the feeds that were added with `parley feed add`, until Ctrl-C. Several of these,"
          + " each with a --data-dir of its own, share the feeds; when one is gone, the others take over"
          + " what it had. A `parley run` polls feeds itself.",
      "Example: parley ingest seeds",
      "Example: parley ingest --bootstrap-servers kafka:9092 --data-dir /data/one"
    })
final class IngestCommand implements Callable<Integer> {
  @Mixin private final Globals globals = new Globals();

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Folders or files to publish (else feeds are polled).")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The corpus's name, by which its files are known (else the folder's).")
  private @Nullable String name;

  @Option(
      names = "--feeds",
      paramLabel = "FILE",
      description =
          "Have the feeds of FILE polled too: OPML, or addresses one a line. With PATHs, these are"
              + " published first.")
  private @Nullable Path feeds;

  @Option(names = "--json", description = "Print the report as one JSON object a path.")
  private boolean json;

  private final Terminal terminal = Terminal.ofProcess();

  @Override
  public Integer call() throws InterruptedException {
    if (name != null && paths.size() != 1) {
      throw new Failure(ExitCode.USAGE, "--name goes with one PATH; give them one at a time");
    }
    FeedIntake named = feeds == null ? null : FeedIntake.read(feeds);
    Config config = globals.config();
    Cluster cluster = Cluster.find(config);
    try (var progress = new Progress(terminal)) {
      ExitCode code = publish(cluster, progress);
      if (!paths.isEmpty() && named == null) {
        return code.number();
      }
      if (named != null) {
        cluster.createTopics(List.of(cluster.world().feeds()));
        named.add(cluster, progress);
      }
      return worse(code, poll(config, cluster, progress)).number();
    }
  }

  private ExitCode publish(Cluster cluster, Progress progress) {
    var intake = new CorpusIntake(cluster, Clock.systemUTC());
    ExitCode code = ExitCode.DONE;
    for (Path path : paths) {
      PublishReport report = intake.read(path, name, progress);
      String summary = CorpusIntake.summary(path, report);
      terminal.out().println(json ? Json.write(report) : summary);
      code = worse(code, CorpusIntake.code(report));
    }
    return code;
  }

  private static ExitCode poll(Config config, Cluster cluster, Progress progress)
      throws InterruptedException {
    var run = new RoleRun(config, cluster, _ -> new IngestRole(config, cluster), progress);
    return new UntilSignal(run, config.stopLimit()).run();
  }

  private static ExitCode worse(ExitCode one, ExitCode other) {
    return one.number() >= other.number() ? one : other;
  }
}
