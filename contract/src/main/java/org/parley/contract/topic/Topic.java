package org.parley.contract.topic;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// A topic: its name, its partitions and settings, and how its keys and values are written. Keys
/// are UTF-8 text.
///
/// @param name whole, prefix included
/// @param value how values are written
/// @param type of the values
/// @param partitions how many
/// @param settings as Kafka names them
public record Topic<V>(
    String name, JsonSerde<V> value, Class<V> type, int partitions, Map<String, String> settings) {
  private static final short CLUSTER_DEFAULT = -1;

  public Topic {
    settings = Map.copyOf(settings);
  }

  public Serde<String> key() {
    return Serdes.String();
  }

  /// What to ask a broker for; the replication factor is the cluster's default.
  public NewTopic toNewTopic() {
    return new NewTopic(name, partitions, CLUSTER_DEFAULT).configs(settings);
  }
}
