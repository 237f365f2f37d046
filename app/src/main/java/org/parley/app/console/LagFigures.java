package org.parley.app.console;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;

/// How far a role is behind the topics that it reads, as its consumers last saw it: no question to
/// the broker. A partition that another instance has gives no row here.
final class LagFigures {
  private static final String GROUP = "consumer-fetch-manager-metrics";
  private static final String LAG = "records-lag";

  private final String role;
  private final Supplier<Map<MetricName, ? extends Metric>> metrics;
  private final MultiGauge lag;

  LagFigures(
      String role, Supplier<Map<MetricName, ? extends Metric>> metrics, MeterRegistry registry) {
    this.role = role;
    this.metrics = metrics;
    lag =
        MultiGauge.builder("parley.lag")
            .description("Records of a topic's partition that a role has not read yet")
            .baseUnit("records")
            .tag("role", role)
            .register(registry);
  }

  void refresh() {
    Map<TopicPartition, Double> lags = new HashMap<>();
    metrics
        .get()
        .forEach((name, metric) -> {
          if (isLag(name) && metric.metricValue() instanceof Double value && !value.isNaN()) {
            lags.put(place(name), value);
          }
        });
    // Kafka still tells of each topic once more, with its old spelling of a name with dots.
    Set<TopicPartition> twice =
        lags.keySet().stream()
            .filter(place -> place.topic().contains("."))
            .map(place -> new TopicPartition(place.topic().replace('.', '_'), place.partition()))
            .collect(Collectors.toSet());
    lags.keySet().removeAll(twice);
    lag.register(lags.entrySet().stream().map(LagFigures::row).toList(), true);
  }

  private static TopicPartition place(MetricName name) {
    return new TopicPartition(
        String.valueOf(name.tags().get("topic")),
        Integer.parseInt(String.valueOf(name.tags().get("partition"))));
  }

  private static Row<?> row(Map.Entry<TopicPartition, Double> lag) {
    TopicPartition place = lag.getKey();
    return Row.of(
        Tags.of("topic", place.topic(), "partition", Integer.toString(place.partition())),
        lag.getValue());
  }

  /// Of the consumers that read for the tasks, not of those that restore.
  private static boolean isLag(MetricName name) {
    String client = name.tags().getOrDefault("client-id", "");
    return name.name().equals(LAG)
        && name.group().equals(GROUP)
        && name.tags().containsKey("partition")
        && client.endsWith("-consumer")
        && !client.endsWith("-restore-consumer")
        && !client.endsWith("-global-consumer");
  }
}
