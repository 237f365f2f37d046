package org.parley.app.book;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.parley.app.Await;
import org.parley.app.Cluster;
import org.parley.contract.Watch;
import org.parley.contract.topic.Topics;

/// Accepts, lists and removes watches. The topic of a watch is there before the watch is, since a
/// processor that writes to a missing topic stands still.
public final class WatchBook {
  private final Cluster cluster;

  public WatchBook(Cluster cluster) {
    this.cluster = cluster;
  }

  /// Writes `watches`; a watch of the same id is replaced.
  public void accept(List<Watch> watches) {
    var world = cluster.world();
    try (Admin admin = cluster.admin()) {
      new Topics(admin, cluster.patience())
          .create(watches.stream().map(watch -> world.alertsOf(watch.watchId())).toList());
    }
    try (KafkaProducer<String, Watch> producer = cluster.producer(world.watches())) {
      for (Watch watch : watches) {
        Await.result(
            producer.send(new ProducerRecord<>(world.watches().name(), watch.watchId(), watch)),
            cluster.patience());
      }
    }
  }

  /// Removes a watch; its topic and the alerts in it stay.
  ///
  /// @return whether there was one
  public boolean remove(String watchId) {
    if (!watches().containsKey(watchId)) {
      return false;
    }
    try (KafkaProducer<String, Watch> producer = cluster.producer(cluster.world().watches())) {
      Await.result(
          producer.send(new ProducerRecord<>(cluster.world().watches().name(), watchId, null)),
          cluster.patience());
    }
    return true;
  }

  /// Those in force, by id.
  public Map<String, Watch> watches() {
    return cluster.snapshot().latest(cluster.world().watches());
  }
}
