package org.parley.processor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.parley.contract.Alert;
import org.parley.contract.Article;
import org.parley.contract.DeadLetter;
import org.parley.contract.Json;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Notice;
import org.parley.contract.Story;
import org.parley.contract.Watch;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;
import org.parley.processor.story.StoryLane;
import org.parley.processor.watch.WatchSet;

/// The processor's topology run record by record, without a broker.
final class TopologyRun implements AutoCloseable {
  final World world = World.live("test");
  final Tally tally = new Tally();
  final List<Notice> notices = new ArrayList<>();
  final Set<String> watchTopics = new HashSet<>(Set.of("peace-talks"));

  private final WatchSet watches = new WatchSet();
  private final WatchIntake intake = new WatchIntake(world.watches(), watches, notices::add, tally);
  private final Topology topology;
  private final TopologyTestDriver driver;

  TopologyRun(Path stateDir) {
    this(stateDir, new WordReading());
  }

  TopologyRun(Path stateDir, ArticleAnalysis analysis) {
    DeadLetters deadLetters = new DeadLetters(world, tally);
    Properties properties =
        new ProcessorSettings(
                world, "127.0.0.1:9", stateDir, "test", 1, ProcessorSettings.SESSION, Map.of())
            .streams(deadLetters);
    // The driver loses what a deserialization handler writes under exactly_once_v2.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    topology =
        NewsTopology.build(
            new NewsTopology.Parts(
                world,
                analysis,
                watches,
                intake,
                watchTopics::contains,
                deadLetters,
                StoryLane.Retention.STANDARD,
                tally),
            new TopologyConfig(new StreamsConfig(properties)));
    driver = new TopologyTestDriver(topology, properties);
  }

  Topology topology() {
    return topology;
  }

  WatchIntake intake() {
    return intake;
  }

  /// Writes an article at the time at which it was fetched.
  void publish(Article article) {
    driver
        .createInputTopic(
            world.articles().name(), new StringSerializer(), world.articles().value().serializer())
        .pipeInput(article.articleId(), article, article.fetchedAt());
  }

  void publishRaw(Topic<?> topic, String key, byte[] value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  void publishRaw(Topic<?> topic, String key, String value) {
    publishRaw(topic, key, value.getBytes(StandardCharsets.UTF_8));
  }

  void put(Watch watch) {
    publishRaw(world.watches(), watch.watchId(), Json.write(watch));
  }

  void removeWatch(String watchId) {
    driver
        .createInputTopic(world.watches().name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(watchId, null));
  }

  /// What was written since the last call.
  List<Match> matches() {
    return values(world.matches());
  }

  List<Story> stories() {
    return values(world.stories());
  }

  List<Member> members() {
    return values(world.members());
  }

  List<Alert> alerts() {
    return values(world.alerts());
  }

  List<Alert> alertsOf(String watchId) {
    return values(world.alertsOf(watchId));
  }

  List<DeadLetter> deadLetters() {
    return values(world.deadLetters());
  }

  <V> List<TestRecord<String, V>> records(Topic<V> topic) {
    return driver
        .createOutputTopic(topic.name(), topic.key().deserializer(), topic.value().deserializer())
        .readRecordsToList();
  }

  private <V> List<V> values(Topic<V> topic) {
    return records(topic).stream().map(TestRecord::value).toList();
  }

  @Override
  public void close() {
    driver.close();
    watches.close();
  }
}
