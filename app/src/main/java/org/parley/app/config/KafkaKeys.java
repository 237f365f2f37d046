package org.parley.app.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.parley.contract.Spelling;

/// The `kafka.*` keys: what they name is passed to every Kafka client.
final class KafkaKeys {
  static final String PREFIX = "kafka.";

  /// What Parley's guarantees rest on, and what would set clients at odds.
  private static final Set<String> OWN =
      Set.of(
          "bootstrap.servers",
          "application.id",
          "application.server",
          "group.id",
          "group.instance.id",
          "transactional.id",
          "processing.guarantee",
          "isolation.level",
          "enable.auto.commit",
          "enable.idempotence",
          "acks",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer",
          "state.dir");

  private static final Pattern ROLE =
      Pattern.compile("(main\\.|restore\\.|global\\.)?consumer\\.|producer\\.|admin\\.");

  private KafkaKeys() {}

  /// @param problems takes a line for each thing that is wrong
  /// @return the properties, without the prefix
  static Map<String, String> read(Values values, List<String> problems) {
    Map<String, String> properties = new TreeMap<>();
    values
        .all()
        .forEach((key, value) -> {
          if (key.startsWith(PREFIX)) {
            String name = key.substring(PREFIX.length());
            properties.put(name, value.text());
            check(key, name, value, problems);
          }
        });
    return properties;
  }

  private static void check(String key, String name, Values.Value value, List<String> problems) {
    String bare = ROLE.matcher(name).replaceFirst("");
    if (OWN.contains(bare)) {
      String instead = bare.equals("bootstrap.servers") ? "; set bootstrap.servers" : "";
      problems.add(key + " (" + value.from() + ") is Parley's own to set" + instead);
      return;
    }
    // A key that nobody knows may be a plug-in's; one that is nearly known is a slip.
    Set<String> known = known();
    if (!known.contains(bare)) {
      String suggestion = Spelling.suggest(bare, known);
      if (suggestion.contains("did you mean")) {
        problems.add(key + " (" + value.from() + ") is no property of a Kafka client" + suggestion);
      }
    }
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(AdminClientConfig.configNames());
    known.addAll(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    known.addAll(StreamsConfig.configDef().names());
    return known;
  }
}
