package org.parley.app.console;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.parley.app.Await;
import org.parley.app.AwaitException;
import org.parley.app.Cluster;
import org.parley.console.Health;
import org.parley.console.Health.NotReady;

/// Whether the broker answers: asked once a second in the background, so that a probe need not wait
/// for it. Thread-safe.
final class BrokerHealth implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final String servers;
  private final Admin admin;
  private final ScheduledThreadPoolExecutor timer;
  private volatile Health.State state;

  private BrokerHealth(Cluster cluster) {
    servers = cluster.servers();
    admin = cluster.admin();
    state = new NotReady("the broker at " + servers + " was not asked yet");
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("broker-health").factory());
  }

  static BrokerHealth watch(Cluster cluster) {
    var health = new BrokerHealth(cluster);
    health.timer.scheduleWithFixedDelay(health::ask, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return health;
  }

  private void ask() {
    try {
      Await.result(admin.describeCluster().clusterId(), PATIENCE);
      state = Health.READY;
    } catch (AwaitException e) {
      state = new NotReady("the broker at " + servers + " does not answer: " + e.getMessage());
    }
  }

  Health.State state() {
    return state;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close(Duration.ZERO);
  }
}
