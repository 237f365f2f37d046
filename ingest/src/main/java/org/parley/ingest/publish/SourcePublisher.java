package org.parley.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Article;
import org.parley.contract.Notice;
import org.parley.contract.SourceState;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.contract.topic.World;

/// Publishes articles of sources whose state lives in one partition of `parley.sources`, articles
/// and state in one transaction, so that both are there or neither is.
///
/// There is one at a time for what it publishes, a corpus or the feeds of a partition: its
/// `transactional.id` is named for that, so the newest fences those before it, and what [#states()]
/// returns can only have been overtaken by one that fences this one. A dead one holds up readers of
/// committed records for at most ten seconds. For one thread.
public final class SourcePublisher implements AutoCloseable {
  private static final int TRANSACTION_TIMEOUT_MS = 10_000;
  private static final int MAX_REQUEST = 8 * 1024 * 1024;

  private final World world;
  private final Map<String, String> client;
  private final Duration limit;
  private final Clock clock;
  private final int partition;
  private final Predicate<SourceState> mine;
  private final KafkaCalls kafka;
  private final KafkaProducer<byte[], byte[]> producer;

  private SourcePublisher(Kafka to, String name, int partition, Predicate<SourceState> mine) {
    this.world = to.world();
    this.client = to.client();
    this.limit = to.limit();
    this.clock = to.clock();
    this.partition = partition;
    this.mine = mine;
    String id = world.id(name);
    String servers = client.getOrDefault("bootstrap.servers", "no bootstrap.servers");
    kafka = new KafkaCalls(servers, id, limit);
    producer = kafka.call("publish to Kafka", () -> started(settings(id)));
  }

  /// Where to publish, and how.
  ///
  /// @param client properties of a Kafka client, `bootstrap.servers` among them
  /// @param limit the longest to wait for Kafka
  public record Kafka(World world, Map<String, String> client, Duration limit, Clock clock) {
    public Kafka {
      client = Map.copyOf(client);
    }
  }

  /// Takes over a corpus from whoever publishes it. Another corpus is published undisturbed.
  ///
  /// @throws PublishException when Kafka cannot be reached
  public static SourcePublisher ofCorpus(Kafka to, String corpus) {
    return new SourcePublisher(
        to,
        "ingest-corpus-" + corpus,
        partition(to.world().sources(), corpus),
        state -> state.owner().equals(corpus) && !isOfFeed(state));
  }

  /// Takes over the feeds whose owners live in `partition`.
  ///
  /// @throws PublishException when Kafka cannot be reached
  public static SourcePublisher ofFeeds(Kafka to, int partition) {
    return new SourcePublisher(
        to, "ingest-feeds-" + partition, partition, SourcePublisher::isOfFeed);
  }

  private static boolean isOfFeed(SourceState state) {
    return state.feed() != null || state.seen() != null;
  }

  private Map<String, Object> settings(String transactionalId) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("transactional.id", transactionalId);
    settings.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
    settings.put("acks", "all");
    settings.put("max.block.ms", limit.toMillis());
    // How long a flush waits at most.
    settings.put("delivery.timeout.ms", Math.toIntExact(limit.toMillis()));
    settings.put("request.timeout.ms", Math.toIntExact(Math.min(limit.toMillis() / 2, 10_000)));
    settings.put("max.request.size", MAX_REQUEST);
    // The first append after a commit may be told to wait; those behind it would be out of order.
    settings.put("max.in.flight.requests.per.connection", 1);
    settings.putIfAbsent("compression.type", "lz4");
    settings.putIfAbsent("linger.ms", 5);
    return settings;
  }

  private static KafkaProducer<byte[], byte[]> started(Map<String, Object> settings) {
    var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return producer;
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /// The partition of an owner: as Kafka partitions keys by default, but of the owner alone.
  public static int partition(Topic<SourceState> sources, String owner) {
    byte[] key = sources.key().serializer().serialize(sources.name(), owner);
    return Utils.toPositive(Utils.murmur2(key)) % sources.partitions();
  }

  /// What was published of the corpus, or of the partition's feeds, before: the last state of each
  /// source and entry.
  ///
  /// @throws PublishException when Kafka cannot be read
  public List<SourceState> states() {
    return kafka.call(
        "read what was published before",
        () ->
            new TopicSnapshot(client, longerThanATransaction())
                .latest(world.sources(), partition).values().stream().filter(mine).toList());
  }

  /// A dead producer's open transaction hides what came after it until the broker ends it.
  private Duration longerThanATransaction() {
    Duration least = Duration.ofMillis(TRANSACTION_TIMEOUT_MS * 2);
    return limit.compareTo(least) < 0 ? least : limit;
  }

  /// One transaction: what `work` writes is published whole, or not at all.
  ///
  /// @param what is published, for the message when it fails
  /// @throws FencedException when another instance has taken over
  /// @throws PublishException when Kafka does not take it
  public void transact(String what, Consumer<Transaction> work) {
    kafka.call(
        "publish " + what,
        () -> {
          producer.beginTransaction();
          try {
            work.accept(new Transaction());
            // Kafka's producer may send a commit before the records that were handed to it last.
            producer.flush();
            producer.commitTransaction();
          } catch (RuntimeException e) {
            abort(e);
            throw e;
          }
          return what;
        });
  }

  private void abort(RuntimeException why) {
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      // A commit that had no answer cannot be aborted; the broker ends it when its time is up.
      why.addSuppressed(e);
    }
  }

  /// What may be written while a transaction lasts. A write that fails makes the commit fail.
  public final class Transaction {
    private Transaction() {}

    /// Stamped with the time of fetching; never in the future, which brokers refuse.
    public void article(Article article) {
      send(world.articles(), null, article.articleId(), article, article.fetchedAt());
    }

    /// Into the owner's partition.
    public void state(SourceState state) {
      send(world.sources(), partition, state.key(), state, state.at());
    }

    /// Deletes a state from the owner's partition.
    public void forget(SourceState state) {
      send(world.sources(), partition, state.key(), null, clock.instant());
    }

    public void notice(Notice notice) {
      send(world.notices(), null, notice.kind().label(), notice, notice.at());
    }

    private <V> void send(
        Topic<V> topic, @Nullable Integer to, String key, @Nullable V value, Instant stamp) {
      var headers = new RecordHeaders();
      byte[] bytes = topic.value().serializer().serialize(topic.name(), headers, value);
      byte[] keyBytes = topic.key().serializer().serialize(topic.name(), key);
      long now = clock.millis();
      long timestamp = Math.min(stamp.toEpochMilli(), now);
      producer.send(new ProducerRecord<>(topic.name(), to, timestamp, keyBytes, bytes, headers));
    }
  }

  /// Ends it; a transaction that is under way is aborted.
  @Override
  public void close() {
    producer.close(limit);
  }

  /// Lets go of it without a word to Kafka, which may be away; the next one of its name ends what
  /// it has left.
  public void abandon() {
    producer.close(Duration.ZERO);
  }
}
