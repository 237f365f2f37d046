package org.parley.app.process;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.access.Actor;
import org.parley.app.access.Refusal;
import org.parley.app.terminal.Progress;
import org.parley.ingest.corpus.Corpus;
import org.parley.ingest.corpus.CorpusException;
import org.parley.ingest.corpus.Reading.Refused;
import org.parley.ingest.publish.CorpusPublisher;
import org.parley.ingest.publish.PublishException;
import org.parley.ingest.publish.PublishReport;

/// Publishes corpora to a cluster, and says what came of it.
public final class CorpusIntake {
  private final Cluster cluster;
  private final Clock clock;

  public CorpusIntake(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /// Reads and publishes a corpus, and names each file that is refused.
  ///
  /// @param name of the corpus; the folder's when none
  /// @throws Failure when the corpus cannot be read at all, or Kafka does not take it
  public PublishReport read(Path path, @Nullable String name, Progress progress) {
    try {
      var publisher =
          new CorpusPublisher(cluster.world(), cluster.client(), clock, cluster.patience());
      PublishReport report =
          publisher.publish(
              Corpus.open(path, name),
              done ->
                  progress.step(
                      String.format(
                          Locale.ROOT,
                          "reading %s, %d of %d files",
                          path,
                          done.done(),
                          done.total())));
      for (Refused refused : report.refused()) {
        progress.say("parley: refused: " + refused.reason());
      }
      return report;
    } catch (CorpusException e) {
      throw new Failure(ExitCode.NO_INPUT, String.valueOf(e.getMessage()), e);
    } catch (PublishException e) {
      throw new Refusal(cluster, Actor.INGEST)
          .of(e)
          .orElseGet(() -> new Failure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e));
    }
  }

  /// The report on one line.
  public static String summary(Path path, PublishReport report) {
    return String.format(
        Locale.ROOT,
        "%s: %d new, %d revised, %d unchanged, %d refused",
        path,
        report.published(),
        report.revised(),
        report.unchanged(),
        report.refused().size());
  }

  /// How a command ends that had this report.
  public static ExitCode code(PublishReport report) {
    if (report.refused().isEmpty()) {
      return ExitCode.DONE;
    }
    boolean some = report.published() + report.revised() + report.unchanged() > 0;
    return some ? ExitCode.PARTLY : ExitCode.BAD_DATA;
  }
}
