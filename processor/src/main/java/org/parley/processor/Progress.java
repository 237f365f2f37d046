package org.parley.processor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;

/// How far the processor is behind what was published. Asks the cluster, so any process may use it,
/// whichever instances do the work. Thread-safe.
public final class Progress {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final Admin admin;
  private final World world;
  private final String group;

  /// @param admin stays the caller's to close
  public Progress(Admin admin, World world) {
    this.admin = admin;
    this.world = world;
    this.group = world.id("processor");
  }

  /// How many records of the articles' and the matches' topics are not yet processed and committed;
  /// transaction markers count as records, so it is exact only when it is 0.
  ///
  /// @throws KafkaException when the cluster does not answer
  public long behind() {
    // In this order: what an article led to is in the second topic before the first is committed.
    long articles = behind(world.articles());
    return articles + behind(world.matches());
  }

  /// Whether everything published so far was processed, its alerts included.
  public boolean isDrained() {
    return behind() == 0;
  }

  /// Waits until [#isDrained()].
  ///
  /// @return whether it came to that within `limit`
  public boolean awaitDrained(Duration limit) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long start = System.nanoTime();
    while (!isDrained()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        return false;
      }
      never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
    return true;
  }

  private long behind(Topic<?> topic) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    Map<TopicPartition, OffsetSpec> starts = new HashMap<>();
    for (int partition = 0; partition < topic.partitions(); partition++) {
      TopicPartition place = new TopicPartition(topic.name(), partition);
      ends.put(place, OffsetSpec.latest());
      starts.put(place, OffsetSpec.earliest());
    }
    // The ends first, and uncommitted records too: a marker may still be on its way to them.
    var end = answer(admin.listOffsets(ends).all(), topic);
    var start = answer(admin.listOffsets(starts).all(), topic);
    var committed =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), topic);
    return end.entrySet().stream()
        .mapToLong(entry -> {
          TopicPartition place = entry.getKey();
          var first = start.get(place);
          long least = first == null ? 0 : first.offset();
          return entry.getValue().offset() - reached(committed.get(place), least);
        })
        .map(behind -> Math.max(0, behind))
        .sum();
  }

  private static long reached(@Nullable OffsetAndMetadata committed, long start) {
    return committed == null ? start : Math.max(start, committed.offset());
  }

  private static <T> T answer(KafkaFuture<T> future, Topic<?> topic) {
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException("cannot read offsets of " + topic.name() + ": " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new KafkaException(
          "cannot read offsets of " + topic.name() + ": no answer in " + LIMIT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while reading offsets of " + topic.name(), e);
    }
  }
}
