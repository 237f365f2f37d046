package org.parley.processor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.parley.contract.topic.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the cluster which watches have a topic, and remembers the answer for a while. Thread-safe.
final class ClusterWatchTopics implements WatchTopics {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterWatchTopics.class);
  private static final long KNOWN_FOR = Duration.ofSeconds(30).toNanos();
  private static final long MISSING_FOR = Duration.ofSeconds(1).toNanos();
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Admin admin;
  private final World world;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(boolean exists, long asked) {
    boolean isFresh(long now) {
      return now - asked < (exists ? KNOWN_FOR : MISSING_FOR);
    }
  }

  /// @param admin stays the caller's to close
  ClusterWatchTopics(Admin admin, World world) {
    this.admin = admin;
    this.world = world;
  }

  @Override
  public boolean has(String watchId) {
    long now = System.nanoTime();
    Answer known = answers.get(watchId);
    if (known != null && known.isFresh(now)) {
      return known.exists();
    }
    boolean exists = ask(watchId, known != null && known.exists());
    answers.put(watchId, new Answer(exists, now));
    return exists;
  }

  /// @param otherwise the answer while the cluster gives none
  private boolean ask(String watchId, boolean otherwise) {
    String topic = world.alertsOf(watchId).name();
    try {
      admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      LOG.warn("cannot tell whether topic {} exists: {}", topic, e.getMessage());
      return otherwise;
    } catch (TimeoutException _) {
      LOG.warn("cannot tell whether topic {} exists: no answer in {}", topic, LIMIT);
      return otherwise;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return otherwise;
    }
  }
}
