package org.parley.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.parley.contract.topic.World;

/// The consumer group of a world's processor.
final class LaneGroup {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String servers;
  private final World world;

  LaneGroup(String servers, World world) {
    this.servers = servers;
    this.world = world;
  }

  /// Forgets how far it has come, so that who comes next begins at the beginning; waits for a
  /// processor that has ended to be taken for gone.
  void forget() throws InterruptedException {
    long begin = System.nanoTime();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      while (!isDeleted(admin)) {
        if (System.nanoTime() - begin > LIMIT.toNanos()) {
          throw new IllegalStateException("the lane's group has members after " + LIMIT);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private boolean isDeleted(Admin admin) throws InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(world.id("processor"))).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw new IllegalStateException("the lane's group cannot be deleted", e);
    }
  }
}
