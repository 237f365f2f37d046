package org.parley.bench;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.parley.contract.Alert;
import org.parley.contract.Match;
import org.parley.contract.Story;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;

/// The baseline: a topology with the processor's topics, guarantees and records, which decides
/// nothing. What an article leads to was recorded from the processor, and is written again.
final class Undecided {
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
    builder.stream(world.articles().name(), read(world.articles(), "articles"))
        .filter((id, _) -> recorded.matches().containsKey(id), Named.as("recorded"))
        .mapValues((id, _) -> recorded.matches().get(id), Named.as("match"))
        .selectKey((_, match) -> match.language(), Named.as("language"))
        .to(world.matches().name(), write(world.matches(), "matches"));
    var matches = builder.stream(world.matches().name(), read(world.matches(), "lane"));
    matches
        .flatMap(
            (_, match) ->
                recorded.stories().getOrDefault(match.article().articleId(), List.of()).stream()
                    .map(story -> KeyValue.pair(story.storyId(), story))
                    .toList(),
            Named.as("story"))
        .to(world.stories().name(), write(world.stories(), "stories"));
    var alerts =
        matches.flatMap(
            (_, match) ->
                recorded.alerts().getOrDefault(match.article().articleId(), List.of()).stream()
                    .map(alert -> KeyValue.pair(alert.alertId(), alert))
                    .toList(),
            Named.as("alert"));
    alerts.to(world.alerts().name(), write(world.alerts(), "alerts"));
    alerts.to(
        world.alertsOf(PipelineBenchmark.WATCH).name(), write(world.alerts(), "watch-alerts"));
    return builder.build();
  }

  private static <V> Consumed<String, V> read(Topic<V> topic, String name) {
    return Consumed.with(topic.key(), topic.value()).withName(name);
  }

  private static <V> Produced<String, V> write(Topic<V> topic, String name) {
    return Produced.with(topic.key(), topic.value()).withName(name);
  }
}
