package org.parley.app.doctor;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.parley.app.Await;
import org.parley.app.AwaitException;
import org.parley.app.Cluster;

/// Whether the broker answers.
final class BrokerCheck {
  static final String NAME = "broker";

  private BrokerCheck() {}

  static Verdict look(Cluster cluster) {
    long begun = System.nanoTime();
    try (Admin admin = cluster.admin()) {
      int nodes = Await.result(admin.describeCluster().nodes(), cluster.patience()).size();
      return verdict(cluster.servers(), nodes, Duration.ofNanos(System.nanoTime() - begun));
    } catch (AwaitException e) {
      return unreachable(cluster.servers(), String.valueOf(e.getMessage()));
    }
  }

  static Verdict verdict(String servers, int nodes, Duration took) {
    String says =
        servers
            + " answers in "
            + took.toMillis()
            + " ms, "
            + nodes
            + (nodes == 1 ? " node" : " nodes");
    return took.compareTo(Duration.ofSeconds(5)) > 0
        ? Verdict.warn(NAME, says, "look at the broker's load and at the network to it")
        : Verdict.ok(NAME, says);
  }

  static Verdict unreachable(String servers, String reason) {
    return Verdict.fail(
        NAME,
        "no Kafka broker answers at " + servers + ": " + reason,
        "check the address, that it runs, and the kafka.* settings (TLS, SASL)");
  }

  static Verdict absent(Path dataDir) {
    return Verdict.warn(
        NAME,
        "no Parley runs on "
            + dataDir
            + ", so topics, lag, clock and deliveries were not looked at",
        "start `parley run`, or name a cluster with --bootstrap-servers");
  }
}
