package org.parley.processor;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.parley.contract.Match;

/// Sends every match of a language to one partition: its lane. The function is fixed for good,
/// because a lane that moved would part a story from its copies.
final class LanePartitioner implements StreamPartitioner<String, Match> {
  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String language, Match match, int partitions) {
    return Optional.of(Set.of(partition(language, partitions)));
  }

  /// `String.hashCode` is part of the Java language's library specification.
  static int partition(String language, int partitions) {
    return Math.floorMod(language.hashCode(), partitions);
  }
}
