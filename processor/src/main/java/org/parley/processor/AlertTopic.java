package org.parley.processor;

import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.parley.contract.Alert;
import org.parley.contract.topic.World;

/// The topic of the watch that an alert is for. A named class, so that the topology's description
/// is the same at every run.
record AlertTopic(World world) implements TopicNameExtractor<String, Alert> {
  @Override
  public String extract(String key, Alert alert, RecordContext context) {
    return world.alertsOf(alert.watchId()).name();
  }

  @Override
  public String toString() {
    return "AlertTopic(" + world.alerts().name() + ".<watchId>" + ")";
  }
}
