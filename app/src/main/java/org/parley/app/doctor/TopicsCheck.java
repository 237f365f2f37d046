package org.parley.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.Topic;

/// Whether the topics are there, and are what Parley takes them for.
final class TopicsCheck {
  private static final String NAME = "topics";

  private TopicsCheck() {}

  /// A topic as the cluster has it.
  record Found(int partitions, Map<String, String> settings) {
    Found {
      settings = Map.copyOf(settings);
    }
  }

  /// One verdict for each topic that is not as it should be, or one for all.
  ///
  /// @param wanted those of the world, those of the watches included
  /// @param fixed the topic whose partitions must never change
  static List<Verdict> verdicts(List<Topic<?>> wanted, Map<String, Found> there, Topic<?> fixed) {
    List<String> missing = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Topic<?> topic : wanted) {
      Found found = there.get(topic.name());
      if (found == null) {
        missing.add(topic.name());
      } else {
        verdicts.addAll(verdicts(topic, found, topic.name().equals(fixed.name())));
      }
    }
    if (!missing.isEmpty()) {
      verdicts.addFirst(
          Verdict.fail(
              NAME,
              "missing: " + String.join(", ", missing),
              "run `parley topics create`; a watch's own comes with `parley watch add`"));
    }
    return verdicts.isEmpty()
        ? List.of(
            Verdict.ok(NAME, wanted.size() + " topics, with the settings that they should have"))
        : verdicts;
  }

  private static List<Verdict> verdicts(Topic<?> topic, Found found, boolean fixed) {
    List<Verdict> verdicts = new ArrayList<>();
    if (found.partitions() != topic.partitions()) {
      String says =
          topic.name() + " has " + found.partitions() + " partitions, not " + topic.partitions();
      verdicts.add(
          fixed
              ? Verdict.fail(
                  NAME, says, "the lanes are counted by them: use another prefix, or restore it")
              : Verdict.warn(
                  NAME, says, "Parley works, and counts on the other number for sizing"));
    }
    new TreeMap<>(topic.settings())
        .forEach((key, wanted) -> {
          Verdict verdict = setting(topic.name(), key, wanted, found.settings().get(key));
          if (verdict != null) {
            verdicts.add(verdict);
          }
        });
    return verdicts;
  }

  private static @Nullable Verdict setting(
      String topic, String key, String wanted, @Nullable String found) {
    if (found == null || found.equals(wanted)) {
      return null;
    }
    String says = topic + " has " + key + "=" + found + ", not " + wanted;
    String remedy =
        "kafka-configs.sh --alter --entity-type topics --entity-name "
            + topic
            + " --add-config "
            + key
            + "="
            + wanted;
    return switch (key) {
      case "retention.ms" -> isLess(found, wanted) ? Verdict.warn(NAME, says, remedy) : null;
      case "max.message.bytes" -> isLess(found, wanted) ? Verdict.fail(NAME, says, remedy) : null;
      case "cleanup.policy" -> Verdict.fail(NAME, says, remedy);
      default -> Verdict.warn(NAME, says, remedy);
    };
  }

  /// Kafka's -1 is without limit.
  private static boolean isLess(String found, String wanted) {
    long one = Long.parseLong(found);
    long other = Long.parseLong(wanted);
    return one >= 0 && (other < 0 || one < other);
  }
}
