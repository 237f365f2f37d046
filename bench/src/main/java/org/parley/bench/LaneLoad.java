package org.parley.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.parley.contract.topic.Topics;
import org.parley.contract.topic.World;
import org.parley.processor.LaneChangelog;

/// Gives a world what its lane is measured with, before it runs: the records of the articles that
/// the lane has stored, straight into its changelog, and the matches that it has to decide.
final class LaneLoad {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /// After how many it is said how far it is.
  private static final int SAID = 100_000;

  private final String servers;
  private final World world;
  private final WireNews news;
  private final LaneNews lane;

  LaneLoad(String servers, World world, WireNews news) {
    this.servers = servers;
    this.world = world;
    this.news = news;
    lane = new LaneNews(news);
  }

  void createTopics() {
    // As Streams would create it.
    NewTopic changelog =
        new NewTopic(LaneChangelog.topic(world), world.matches().partitions(), (short) -1)
            .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "8388608"));
    try (Admin admin = Admin.create(client())) {
      var topics = new Topics(admin, LIMIT);
      topics.create(world.topics());
      topics.create(List.of(world.alertsOf(LaneNews.WATCH.watchId())));
      admin
          .createTopics(List.of(changelog))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }
  }

  /// Writes the lane's records of the articles from 0 to `stored`.
  LaneState fill(int stored, PrintWriter progress) {
    var state = new LaneState.Counted();
    String topic = LaneChangelog.topic(world);
    int partition = LaneChangelog.partition(world, LaneNews.LANGUAGE);
    try (var producer = producer();
        var serializer = LaneChangelog.serializer()) {
      lane.records(
          stored,
          (number, article) -> {
            String key = LaneChangelog.key(LaneNews.LANGUAGE, article.articleId());
            byte[] value = serializer.serialize(topic, article.record());
            state.add(key.length() + value.length, article.shingles());
            long at = news.at(number).toEpochMilli();
            producer.send(new ProducerRecord<>(topic, partition, at, key, value));
            if (number > 0 && number % SAID == 0) {
              progress.printf(Locale.ROOT, "  %,d of %,d written%n", number, stored);
              progress.flush();
            }
          });
    }
    return state.sum();
  }

  /// Writes the matches of the articles from `from` to `until`.
  void preload(int from, int until) {
    String topic = world.matches().name();
    int partition = LaneChangelog.partition(world, LaneNews.LANGUAGE);
    try (var producer = producer();
        var serializer = world.matches().value().serializer()) {
      lane.matches(
          from,
          until,
          (number, match) -> {
            byte[] value = serializer.serialize(topic, match);
            long at = news.at(number).toEpochMilli();
            producer.send(new ProducerRecord<>(topic, partition, at, LaneNews.LANGUAGE, value));
          });
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", servers, "batch.size", 1 << 19, "linger.ms", 20);
  }
}
