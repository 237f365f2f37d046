package org.parley.ingest.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A place in the group of those who poll feeds, which shares the partitions of sources out among
/// them. It reads nothing: the partitions stay paused. On a thread of its own; when Kafka fails, it
/// joins anew.
final class Membership {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEAVE = Duration.ofSeconds(5);

  private final String topic;
  private final Map<String, Object> client;
  private final Ready ready;
  private final Holder holder;
  private final Trouble trouble;
  private final CountDownLatch joined = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /// What has to be so before it may have partitions.
  interface Ready {
    /// Waits for it.
    ///
    /// @return false when it will not come to that
    boolean isReady() throws InterruptedException;
  }

  /// Who works on the partitions.
  interface Holder {
    void take(int partition);

    /// Returns when nothing more is written there.
    void drop(int partition);

    void dropAll();
  }

  /// @param ready waited for before joining
  Membership(Place place, Map<String, String> kafka, Ready ready, Holder holder, Trouble trouble) {
    this.ready = ready;
    this.topic = place.topic();
    this.client = settings(place, kafka);
    this.holder = holder;
    this.trouble = trouble;
    thread = Thread.ofPlatform().name("parley-feeds-group").unstarted(this::run);
  }

  /// Which place.
  ///
  /// @param instanceId kept over restarts
  /// @param session how long it may be silent before others have its partitions
  record Place(String topic, String group, String instanceId, Duration session) {}

  private static Map<String, Object> settings(Place place, Map<String, String> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("group.id", place.group());
    settings.put("group.protocol", "classic");
    settings.put("group.instance.id", place.instanceId());
    settings.put("session.timeout.ms", Math.toIntExact(place.session().toMillis()));
    settings.put(
        "heartbeat.interval.ms", Math.toIntExact(Math.min(3000, place.session().toMillis() / 3)));
    settings.put(
        "partition.assignment.strategy", List.of(CooperativeStickyAssignor.class.getName()));
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "latest");
    settings.put("allow.auto.create.topics", "false");
    return settings;
  }

  void start() {
    thread.start();
  }

  /// Whether it has been in the group, and so knows what is its own.
  boolean hasJoined() {
    return joined.getCount() == 0;
  }

  private void run() {
    try {
      if (!ready.isReady()) {
        return;
      }
      do {
        belong();
      } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void belong() {
    KafkaConsumer<byte[], byte[]> consumer;
    try {
      consumer =
          new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      trouble.begins(e);
      return;
    }
    try {
      consumer.subscribe(List.of(topic), new Listener(consumer));
      while (closing.getCount() > 0) {
        consumer.poll(POLL);
      }
    } catch (KafkaException e) {
      trouble.begins(e);
    } finally {
      holder.dropAll();
      leave(consumer);
    }
  }

  /// At once, so that others need not wait for the session to end.
  private void leave(KafkaConsumer<byte[], byte[]> consumer) {
    try {
      consumer.close(
          CloseOptions.timeout(LEAVE)
              .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    } catch (KafkaException e) {
      trouble.begins(e);
    }
  }

  private final class Listener implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;

    Listener(KafkaConsumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.pause(partitions);
      partitions.forEach(partition -> holder.take(partition.partition()));
      joined.countDown();
      trouble.ends();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(partition -> holder.drop(partition.partition()));
    }
  }

  void close() throws InterruptedException {
    closing.countDown();
    thread.join();
  }
}
