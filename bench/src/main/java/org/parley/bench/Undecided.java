package org.parley.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.parley.contract.Alert;
import org.parley.contract.Match;
import org.parley.contract.Member;
import org.parley.contract.Story;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.contract.topic.World;
import org.parley.processor.LaneChangelog;
import org.parley.processor.ProcessorSettings;

/// The baseline: a topology with the processor's topics, stores, guarantees and records, which
/// decides nothing. What an article leads to was recorded from the processor, and is written again.
final class Undecided {
  private static final String SEEN = "seen";
  private static final String TOLD = "told";

  private Undecided() {}

  /// What the processor wrote, by article.
  record Recorded(
      Map<String, Match> matches,
      Map<String, List<Story>> stories,
      Map<String, List<Member>> members,
      Map<String, List<Alert>> alerts) {
    /// Reads it from the topics.
    static Recorded of(World world, Map<String, String> kafka, Duration limit) {
      var snapshot = new TopicSnapshot(kafka, limit);
      Map<String, Match> matches = new HashMap<>();
      values(snapshot, world.matches()).forEach(m -> matches.put(m.article().articleId(), m));
      Map<String, String> articles = new HashMap<>();
      var members = byArticle(values(snapshot, world.members()), m -> m.article().articleId());
      members.forEach((id, each) ->
          each.forEach(member -> articles.put(member.storyId() + "/" + member.number(), id)));
      var stories =
          byArticle(
              values(snapshot, world.stories()),
              s -> articles.getOrDefault(s.storyId() + "/" + s.revision(), s.storyId()));
      var alerts = byArticle(values(snapshot, world.alerts()), a -> a.article().articleId());
      return new Recorded(matches, stories, members, alerts);
    }

    private static <V> List<V> values(TopicSnapshot snapshot, Topic<V> topic) {
      List<V> values = new ArrayList<>();
      snapshot
          .entries(topic)
          .forEach(entry -> {
            V value = entry.value();
            if (value != null) {
              values.add(value);
            }
          });
      return values;
    }

    private static <V> Map<String, List<V>> byArticle(
        List<V> values, Function<V, String> articleId) {
      Map<String, List<V>> byArticle = new HashMap<>();
      values.forEach(value ->
          byArticle.computeIfAbsent(articleId.apply(value), _ -> new ArrayList<>()).add(value));
      return byArticle;
    }
  }

  /// As `ProcessorSettings` sets them.
  static Properties properties(String servers, World world, Path directory, int threads) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", servers);
    properties.put("application.id", world.id("processor"));
    properties.put("state.dir", directory.toString());
    properties.put("num.stream.threads", threads);
    properties.put("processing.guarantee", "exactly_once_v2");
    properties.put("group.protocol", "classic");
    properties.put("commit.interval.ms", ProcessorSettings.COMMIT_INTERVAL.toMillis());
    properties.put("producer.max.request.size", 8 * 1024 * 1024);
    properties.put("producer.batch.size", 256 * 1024);
    return properties;
  }

  /// From articles to alerts.
  static Topology whole(World world, Recorded recorded) {
    var builder = new StreamsBuilder();
    builder.addStateStore(store(SEEN));
    builder.stream(world.articles().name(), read(world.articles(), "articles"))
        .process(() -> new Kept<>(SEEN, _ -> new byte[0]), Named.as("seen"), SEEN)
        .filter((id, _) -> recorded.matches().containsKey(id), Named.as("recorded"))
        .mapValues((id, _) -> recorded.matches().get(id), Named.as("match"))
        .selectKey((_, match) -> match.language(), Named.as("language"))
        .to(world.matches().name(), write(world.matches(), "matches"));
    addLane(builder, world, recorded, () -> {});
    return builder.build();
  }

  /// From matches to alerts.
  ///
  /// @param decided run for each match
  static Topology lane(World world, Recorded recorded, Runnable decided) {
    var builder = new StreamsBuilder();
    addLane(builder, world, recorded, decided);
    return builder.build();
  }

  private static void addLane(
      StreamsBuilder builder, World world, Recorded recorded, Runnable decided) {
    String lane = LaneChangelog.store();
    builder.addStateStore(store(lane));
    builder.addStateStore(store(TOLD));
    KStream<String, Match> matches =
        builder.stream(world.matches().name(), read(world.matches(), "lane"))
            .selectKey(
                (_, match) -> LaneChangelog.key(match.language(), match.article().articleId()),
                Named.as("article"))
            .process(() -> new Kept<>(lane, Undecided::record), Named.as("kept"), lane)
            .peek((_, _) -> decided.run(), Named.as("decided"))
            .selectKey((_, match) -> match.article().articleId(), Named.as("id"));
    matches
        .flatMapValues((id, _) -> recorded.stories().getOrDefault(id, List.of()), Named.as("story"))
        .to(world.stories().name(), write(world.stories(), "stories"));
    matches
        .flatMapValues(
            (id, _) -> recorded.members().getOrDefault(id, List.of()), Named.as("member"))
        .to(world.members().name(), write(world.members(), "members"));
    KStream<String, Alert> alerts =
        matches
            .flatMapValues(
                (id, _) -> recorded.alerts().getOrDefault(id, List.of()), Named.as("alert"))
            .process(() -> new Kept<>(TOLD, _ -> new byte[100]), Named.as("told"), TOLD);
    alerts.to(world.alerts().name(), write(world.alerts(), "alerts"));
    alerts.to(
        world.alertsOf(PipelineBenchmark.WATCH).name(), write(world.alerts(), "watch-alerts"));
  }

  /// About as many bytes as the lane keeps of an article.
  private static byte[] record(Match match) {
    byte[] words = Base64.getDecoder().decode(match.fingerprint().words());
    byte[] record = new byte[words.length + 150];
    System.arraycopy(words, 0, record, 0, words.length);
    return record;
  }

  /// Looks a key up in a store, writes it there, and passes the record on: what every step of the
  /// processor does around its decision.
  private static final class Kept<V> implements Processor<String, V, String, V> {
    private final String name;
    private final Function<V, byte[]> kept;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, V> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> store;

    Kept(String name, Function<V, byte[]> kept) {
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
      var _ = store.get(record.key());
      store.put(record.key(), kept.apply(record.value()));
      context.forward(record);
    }
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
  }

  private static <V> Consumed<String, V> read(Topic<V> topic, String name) {
    return Consumed.with(topic.key(), topic.value()).withName(name);
  }

  private static <V> Produced<String, V> write(Topic<V> topic, String name) {
    Serde<V> value = topic.value();
    return Produced.with(topic.key(), value).withName(name);
  }
}
