package org.parley.processor;

import org.apache.kafka.common.serialization.Serializer;
import org.parley.contract.topic.World;
import org.parley.processor.story.LaneRecord;

/// Where a processor keeps what its lanes know, in Kafka: one record an article, from which lost
/// state is restored. For those who measure it; nobody else should write there.
public final class LaneChangelog {
  private LaneChangelog() {}

  /// The name of the topic. It has as many partitions as the lanes' log.
  public static String topic(World world) {
    return world.id("processor") + "-" + store() + "-changelog";
  }

  /// The name of the store.
  public static String store() {
    return LaneStep.STORE;
  }

  /// The partition of a language's lane, here and in the lanes' log.
  public static int partition(World world, String language) {
    return LanePartitioner.partition(language, world.matches().partitions());
  }

  /// The key of an article's record.
  public static String key(String language, String articleId) {
    return StreamsLaneStore.key(language, articleId);
  }

  /// How the records are written.
  public static Serializer<LaneRecord> serializer() {
    return StreamsLaneStore.serde().serializer();
  }
}
