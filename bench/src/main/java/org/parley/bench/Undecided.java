package org.parley.bench;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.parley.contract.Alert;
import org.parley.contract.Fingerprint;
import org.parley.contract.Match;
import org.parley.contract.Story;
import org.parley.contract.topic.JsonSerde;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;

/// The baseline: a topology with the processor's topics, stores, guarantees and records, which
/// decides nothing. What an article leads to was recorded from the processor, and is written again.
final class Undecided {
  private static final String SEEN = "seen";
  private static final String LANE = "lane-articles";
  private static final String STORIES = "lane-stories";
  private static final String TOLD = "told";

  private Undecided() {}

  /// What the processor wrote.
  ///
  /// @param matches by article
  /// @param stories by the article that changed them
  /// @param alerts by the article that set them off
  record Recorded(
      Map<String, Match> matches,
      Map<String, List<Story>> stories,
      Map<String, List<Alert>> alerts) {}

  static KafkaStreams streams(World world, Recorded recorded, Properties properties) {
    return new KafkaStreams(topology(world, recorded), properties);
  }

  private static Topology topology(World world, Recorded recorded) {
    var builder = new StreamsBuilder();
    builder.addStateStore(store(SEEN, Fingerprint.class));
    builder.addStateStore(store(LANE, Fingerprint.class));
    builder.addStateStore(store(STORIES, Story.class));
    builder.addStateStore(store(TOLD, Fingerprint.class));
    builder.stream(world.articles().name(), read(world.articles(), "articles"))
        .process(() -> new Kept<>(SEEN, _ -> Fingerprint.EMPTY), Named.as("seen"), SEEN)
        .filter((id, _) -> recorded.matches().containsKey(id), Named.as("recorded"))
        .mapValues((id, _) -> recorded.matches().get(id), Named.as("match"))
        .selectKey((_, match) -> match.language(), Named.as("language"))
        .to(world.matches().name(), write(world.matches(), "matches"));
    var matches =
        builder.stream(world.matches().name(), read(world.matches(), "lane"))
            .selectKey((_, match) -> match.article().articleId(), Named.as("article"))
            .process(() -> new Kept<>(LANE, Match::fingerprint), Named.as("kept"), LANE);
    matches
        .flatMapValues((id, _) -> recorded.stories().getOrDefault(id, List.of()), Named.as("story"))
        .process(() -> new Kept<>(STORIES, story -> story), Named.as("kept-story"), STORIES)
        .to(world.stories().name(), write(world.stories(), "stories"));
    var alerts =
        matches
            .flatMapValues(
                (id, _) -> recorded.alerts().getOrDefault(id, List.of()), Named.as("alert"))
            .process(() -> new Kept<>(TOLD, _ -> Fingerprint.EMPTY), Named.as("told"), TOLD);
    alerts.to(world.alerts().name(), write(world.alerts(), "alerts"));
    alerts.to(
        world.alertsOf(PipelineBenchmark.WATCH).name(), write(world.alerts(), "watch-alerts"));
    return builder.build();
  }

  /// Looks a key up in a store, writes it there, and passes the record on: what every step of the
  /// processor does around its decision.
  private static final class Kept<V, S> implements Processor<String, V, String, V> {
    private final String name;
    private final Function<V, S> kept;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, V> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, S> store;

    Kept(String name, Function<V, S> kept) {
      this.name = name;
      this.kept = kept;
    }

    @Override
    public void init(ProcessorContext<String, V> context) {
      this.context = context;
      store = context.getStateStore(name);
    }

    @Override
    public void process(Record<String, V> record) {
      if (store.get(record.key()) == null) {
        store.put(record.key(), kept.apply(record.value()));
      }
      context.forward(record);
    }
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), JsonSerde.plain(type));
  }

  private static <V> Consumed<String, V> read(Topic<V> topic, String name) {
    return Consumed.with(topic.key(), topic.value()).withName(name);
  }

  private static <V> Produced<String, V> write(Topic<V> topic, String name) {
    return Produced.with(topic.key(), topic.value()).withName(name);
  }
}
