package org.parley.app.doctor;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import org.parley.app.Await;
import org.parley.app.AwaitException;
import org.parley.app.Cluster;
import org.parley.app.doctor.TopicsCheck.Found;

/// Asks a cluster what the checks want to know of it. Writes nothing. For one thread; close it.
final class ClusterFacts implements AutoCloseable {
  private final Cluster cluster;
  private final Admin admin;

  ClusterFacts(Cluster cluster) {
    this.cluster = cluster;
    admin = cluster.admin();
  }

  /// Those of the names that there are.
  Map<String, Found> topics(List<String> names) {
    Set<String> all = Await.result(admin.listTopics().names(), cluster.patience());
    List<String> there = names.stream().filter(all::contains).toList();
    var described = Await.result(admin.describeTopics(there).allTopicNames(), cluster.patience());
    List<ConfigResource> resources =
        there.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    var settings = Await.result(admin.describeConfigs(resources).all(), cluster.patience());
    Map<String, Map<String, String>> values = new HashMap<>();
    settings.forEach((resource, config) -> values.put(resource.name(), values(config)));
    Map<String, Found> found = new TreeMap<>();
    described.forEach((name, topic) ->
        found.put(name, new Found(topic.partitions().size(), values.getOrDefault(name, Map.of()))));
    return found;
  }

  private static Map<String, String> values(Config config) {
    Map<String, String> values = new HashMap<>();
    config.entries().stream()
        .filter(entry -> entry.value() != null)
        .forEach(entry -> values.put(entry.name(), entry.value()));
    return values;
  }

  /// How many members the group has; none when there is no such group.
  int members(String group) {
    try {
      return Await.result(admin.describeConsumerGroups(List.of(group)).all(), cluster.patience())
          .values()
          .stream()
          .mapToInt(described -> described.members().size())
          .sum();
    } catch (AwaitException e) {
      if (e.getCause() instanceof ExecutionException failed
          && failed.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
  }

  /// How many records of the topics the group has still to read; transaction markers count as
  /// records.
  long behind(String group, List<String> topics) {
    Set<TopicPartition> partitions = partitions(topics).keySet();
    var ends = offsets(partitions, OffsetSpec.latest());
    var starts = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, OffsetAndMetadata> committed =
        Await.result(
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
            cluster.patience());
    return ends.entrySet().stream()
        .mapToLong(end -> {
          ListOffsetsResultInfo start = starts.get(end.getKey());
          OffsetAndMetadata read = committed.get(end.getKey());
          long from =
              Math.max(start == null ? 0 : start.offset(), read == null ? 0 : read.offset());
          return Math.max(0, end.getValue().offset() - from);
        })
        .sum();
  }

  /// The latest timestamp of any record of the topics; none when there are no records.
  @Nullable Instant newest(List<String> topics) {
    return offsets(partitions(topics).keySet(), OffsetSpec.maxTimestamp()).values().stream()
        .filter(info -> info.timestamp() >= 0)
        .map(info -> Instant.ofEpochMilli(info.timestamp()))
        .max(Instant::compareTo)
        .orElse(null);
  }

  private Map<TopicPartition, Boolean> partitions(List<String> topics) {
    Map<TopicPartition, Boolean> partitions = new HashMap<>();
    topics(topics)
        .forEach((name, found) -> {
          for (int partition = 0; partition < found.partitions(); partition++) {
            partitions.put(new TopicPartition(name, partition), true);
          }
        });
    return partitions;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Set<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, spec));
    var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    return Await.result(admin.listOffsets(asked, options).all(), cluster.patience());
  }

  @Override
  public void close() {
    admin.close();
  }
}
