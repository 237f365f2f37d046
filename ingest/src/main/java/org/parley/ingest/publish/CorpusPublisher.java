package org.parley.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.contract.topic.World;
import org.parley.ingest.corpus.Corpus;
import org.parley.ingest.corpus.CorpusFile;

/// Publishes a corpus: what is new or has changed since it was last published, each file's articles
/// with its state in one transaction, exactly once.
///
/// An article counts as fetched when it is published, by the clock. A file that has not changed is
/// not looked into. Rows of a very long `.jsonl` file are published in several transactions, which
/// is as safe: each row's state goes with its article, and the file's own state comes last, so that
/// a run that was cut short is taken up at the row where it ended.
public final class CorpusPublisher {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final World world;
  private final Map<String, String> client;
  private final Clock clock;
  private final Duration limit;

  /// @param client properties of a Kafka client, `bootstrap.servers` among them
  public CorpusPublisher(World world, Map<String, String> client, Clock clock) {
    this(world, client, clock, LIMIT);
  }

  /// @param limit the longest to wait for Kafka
  public CorpusPublisher(World world, Map<String, String> client, Clock clock, Duration limit) {
    this.world = world;
    this.client = Map.copyOf(client);
    this.clock = clock;
    this.limit = limit;
  }

  /// Publishes `corpus`, whose topics must be there.
  ///
  /// @param progress told after each file, on this thread
  /// @throws FencedException when another instance publishes the same corpus
  /// @throws PublishException when Kafka cannot be reached or does not take it
  public PublishReport publish(Corpus corpus, Consumer<Progress> progress) {
    var to = new SourcePublisher.Kafka(world, client, limit, clock);
    try (var publisher = SourcePublisher.ofCorpus(to, corpus.name())) {
      Known known = new Known(publisher.states());
      Tally tally = new Tally();
      List<CorpusFile> files = corpus.files();
      for (int i = 0; i < files.size(); i++) {
        CorpusFile file = files.get(i);
        new FilePublication(corpus.name(), publisher, known, tally, clock).publish(file);
        progress.accept(new Progress(file.name(), i + 1, files.size()));
      }
      return tally.report();
    }
  }
}
