package org.parley.processor;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.parley.contract.Alert;
import org.parley.contract.topic.JsonSerde;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;
import org.parley.processor.alert.Told;
import org.parley.processor.story.Placement;
import org.parley.processor.story.StoryLane;
import org.parley.processor.watch.WatchSet;

/// The processor's wiring: analyse in parallel, then the ordered lane of each language, then
/// alerts. Names are said here once and never change: stores and changelogs of running
/// installations bear them.
final class NewsTopology {
  static final String LANE_LOG = "lane-log";

  private static final Map<String, String> CHANGELOG = Map.of("max.message.bytes", "8388608");

  private NewsTopology() {}

  /// What the steps work with.
  record Parts(
      World world,
      ArticleAnalysis analysis,
      WatchSet watches,
      WatchIntake intake,
      WatchTopics watchTopics,
      DeadLetters deadLetters,
      StoryLane.Retention retention,
      Tally tally) {}

  static Topology build(Parts parts, TopologyConfig config) {
    World world = parts.world();
    StreamsBuilder builder = new StreamsBuilder(config);
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(WatchStep.STORE), Serdes.String(), Serdes.ByteArray()),
        world.watches().name(),
        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("watches"),
        () -> new WatchStep(parts.intake()));
    builder.addStateStore(store(AnalyseStep.STORE, JsonSerde.plain(Seen.class)));
    builder.addStateStore(store(LaneStep.STORE, StreamsLaneStore.serde()));
    builder.addStateStore(store(AlertStep.STORE, JsonSerde.plain(Told.class)));

    builder.stream(world.articles().name(), read(world.articles(), "articles"))
        .process(
            () -> new AnalyseStep(parts.analysis(), parts.watches(), parts.tally()),
            Named.as(AnalyseStep.NAME),
            AnalyseStep.STORE)
        .to(
            world.matches().name(),
            write(world.matches(), "matches").withStreamPartitioner(new LanePartitioner()));

    KStream<String, Placement> placed =
        builder.stream(world.matches().name(), read(world.matches(), LANE_LOG))
            .process(
                () -> new LaneStep(parts.retention(), parts.tally()),
                Named.as(LaneStep.NAME),
                LaneStep.STORE);
    placed
        .mapValues(Placement::story, Named.as("story"))
        .to(world.stories().name(), write(world.stories(), "stories"));

    KStream<String, Outcome> outcomes =
        placed.process(
            () -> new AlertStep(parts.retention().stories(), parts.tally()),
            Named.as(AlertStep.NAME),
            AlertStep.STORE);
    outcomes
        .mapValues(Outcome::member, Named.as("member"))
        .to(world.members().name(), write(world.members(), "members"));

    KStream<String, Alert> alerts =
        outcomes
            .flatMapValues(Outcome::alerts, Named.as("alerts-of"))
            .selectKey((story, alert) -> alert.alertId(), Named.as("alert-id"));
    alerts.to(world.alerts().name(), write(world.alerts(), "alerts"));
    alerts
        .split(Named.as("topic-"))
        .branch(
            (key, alert) -> parts.watchTopics().has(alert.watchId()),
            Branched.withConsumer(
                known -> known.to(new AlertTopic(world), write(world.alerts(), "watch-alerts")),
                "known"))
        .defaultBranch(
            Branched.withConsumer(
                unknown ->
                    unknown
                        .mapValues(parts.deadLetters()::homeless, Named.as("homeless"))
                        .to(world.deadLetters().name(), write(world.deadLetters(), "dead-letters")),
                "unknown"));
    return builder.build();
  }

  private static <V> Consumed<String, V> read(Topic<V> topic, String name) {
    return Consumed.with(topic.key(), topic.value()).withName(name);
  }

  private static <V> Produced<String, V> write(Topic<V> topic, String name) {
    return Produced.with(topic.key(), Bounded.of(topic.value())).withName(name);
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withLoggingEnabled(CHANGELOG);
  }
}
