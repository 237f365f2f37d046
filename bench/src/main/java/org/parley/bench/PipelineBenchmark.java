package org.parley.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.parley.app.Benchmark;
import org.parley.broker.EmbeddedBroker;
import org.parley.contract.Article;
import org.parley.contract.Mention;
import org.parley.contract.Watch;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.Topics;
import org.parley.contract.topic.World;
import org.parley.processor.NewsProcessor;
import org.parley.processor.ProcessorSettings;
import org.parley.processor.Progress;

/// `bench pipeline [ARTICLES]`: articles a second through the whole processor on an embedded
/// broker, as a ratio to a topology with the same topics, guarantees and records that decides
/// nothing.
///
/// Each side is warmed with a tenth of the articles, stopped, given all articles, and timed from
/// running to drained.
public final class PipelineBenchmark implements Benchmark {
  static final String WATCH = "peace-talks";

  private static final int ARTICLES = 20_000;
  private static final long SEED = 42;
  private static final int THREADS = 2;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "pipeline";
  }

  @Override
  public String summary() {
    return "articles a second through the whole processor, against a topology that decides nothing";
  }

  @Override
  public Result run(List<String> arguments, PrintWriter progress) {
    int articles = arguments.isEmpty() ? ARTICLES : Integer.parseInt(arguments.getFirst());
    progress.printf(Locale.ROOT, "%,d articles, seed %d, %d threads%n", articles, SEED, THREADS);
    try (var broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral())) {
      var side = new Sides(broker.bootstrapServers(), articles, progress);
      double processor = side.processor();
      double baseline = side.baseline();
      return new Result(
          name(),
          rounded(processor),
          "articles/s",
          rounded(baseline),
          rounded(processor / baseline));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /// The two sides of the comparison, on one broker.
  private static final class Sides {
    private final String servers;
    private final int articles;
    private final PrintWriter progress;
    private final Instant start = Clock.systemUTC().instant().minus(Duration.ofDays(1));
    private final Path directory = directory();
    private final World decided = World.live("bench");
    private final World undecided = World.live("bench-baseline");

    Sides(String servers, int articles, PrintWriter progress) {
      this.servers = servers;
      this.articles = articles;
      this.progress = progress;
    }

    double processor() throws InterruptedException {
      createTopics(decided);
      var settings =
          new ProcessorSettings(
              decided,
              servers,
              directory.resolve("processor"),
              "bench",
              THREADS,
              ProcessorSettings.SESSION,
              Map.of());
      write(decided.watches(), WATCH, watch());
      publish(decided, 0, articles / 10);
      timed("processor, warming", decided, articles / 10, () -> started(settings));
      publish(decided, articles / 10, articles);
      return timed("processor", decided, articles - articles / 10, () -> started(settings));
    }

    double baseline() throws InterruptedException {
      createTopics(undecided);
      Undecided.Recorded recorded = recorded();
      Properties properties =
          Undecided.properties(servers, undecided, directory.resolve("baseline"), THREADS);
      publish(undecided, 0, articles / 10);
      timed("baseline, warming", undecided, articles / 10, () -> started(recorded, properties));
      publish(undecided, articles / 10, articles);
      return timed(
          "baseline", undecided, articles - articles / 10, () -> started(recorded, properties));
    }

    /// Something that starts the one or the other and returns when it runs.
    private interface Start {
      AutoCloseable run() throws InterruptedException;
    }

    private double timed(String what, World world, int count, Start start)
        throws InterruptedException {
      try (Admin admin = Admin.create(client());
          AutoCloseable _ = start.run()) {
        long begin = System.nanoTime();
        if (!new Progress(admin, world).awaitDrained(LIMIT)) {
          throw new IllegalStateException(what + " was not done after " + LIMIT);
        }
        double rate = count * 1e9 / (System.nanoTime() - begin);
        progress.printf(Locale.ROOT, "%s: %,.0f articles/s%n", what, rate);
        return rate;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(what + " failed", e);
      }
    }

    private static AutoCloseable started(ProcessorSettings settings) throws InterruptedException {
      var processor = new NewsProcessor(settings);
      processor.start();
      processor.awaitRunning(Duration.ofMinutes(1));
      return processor;
    }

    private AutoCloseable started(Undecided.Recorded recorded, Properties properties)
        throws InterruptedException {
      var streams = new KafkaStreams(Undecided.whole(undecided, recorded), properties);
      var running = new CountDownLatch(1);
      streams.setStateListener((now, _) -> {
        if (now == KafkaStreams.State.RUNNING) {
          running.countDown();
        }
      });
      streams.start();
      if (!running.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the baseline does not start: " + streams.state());
      }
      return streams;
    }

    private Undecided.Recorded recorded() {
      var recorded = Undecided.Recorded.of(decided, kafka(), LIMIT);
      int alerts = recorded.alerts().values().stream().mapToInt(List::size).sum();
      progress.printf(Locale.ROOT, "%,d matches, %,d alerts%n", recorded.matches().size(), alerts);
      return recorded;
    }

    private void createTopics(World world) {
      try (Admin admin = Admin.create(client())) {
        var topics = new Topics(admin, Duration.ofMinutes(1));
        topics.create(world.topics());
        topics.create(List.of(world.alertsOf(WATCH)));
      }
    }

    private void publish(World world, int from, int until) {
      var news = new SyntheticNews(SEED + from, start);
      try (KafkaProducer<String, Article> producer = producer(world.articles())) {
        IntStream.range(from, until)
            .mapToObj(news::article)
            .forEach(article ->
                producer.send(
                    new ProducerRecord<>(
                        world.articles().name(),
                        null,
                        article.fetchedAt().toEpochMilli(),
                        article.articleId(),
                        article)));
      }
    }

    private <V> void write(Topic<V> topic, String key, V value) {
      try (KafkaProducer<String, V> producer = producer(topic)) {
        producer.send(new ProducerRecord<>(topic.name(), key, value));
      }
    }

    private <V> KafkaProducer<String, V> producer(Topic<V> topic) {
      return new KafkaProducer<>(client(), new StringSerializer(), topic.value().serializer());
    }

    private Properties client() {
      Properties properties = new Properties();
      properties.putAll(kafka());
      return properties;
    }

    private Map<String, String> kafka() {
      return Map.of("bootstrap.servers", servers);
    }

    private static Watch watch() {
      return new Watch(
          WATCH,
          null,
          Mention.PEACE_TALKS,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          1,
          Watch.Breadth.STRICT,
          null);
    }

    private static Path directory() {
      try {
        Path made = Files.createTempDirectory("parley-bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made), "remove"));
        return made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path directory) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
