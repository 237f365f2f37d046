package org.parley.ingest.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Feed;
import org.parley.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the topic of feeds from its beginning, for as long as it is open, on a thread of its
/// own. When Kafka fails it begins anew.
final class FeedTopic {
  private static final Logger LOG = LoggerFactory.getLogger(FeedService.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Topic<Feed> topic;
  private final Map<String, Object> client;
  private final Consumer<Map<String, Feed>> follower;
  private final Trouble trouble;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  /// @param follower told of all feeds whenever one was added, changed or removed, on this thread
  FeedTopic(
      Topic<Feed> topic,
      Map<String, String> client,
      Consumer<Map<String, Feed>> follower,
      Trouble trouble) {
    this.topic = topic;
    this.client = new HashMap<>(client);
    this.client.put("enable.auto.commit", "false");
    this.client.put("auto.offset.reset", "earliest");
    this.client.put("allow.auto.create.topics", "false");
    this.follower = follower;
    this.trouble = trouble;
    thread = Thread.ofPlatform().name("parley-feeds-topic").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Waits until all that was there at the start is known.
  ///
  /// @return false when it is closed first
  boolean awaitCaughtUp() throws InterruptedException {
    caughtUp.await();
    return closing.getCount() > 0;
  }

  boolean isCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  private void run() {
    try {
      do {
        follow();
      } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      caughtUp.countDown();
    }
  }

  private void follow() {
    try (var opened =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer = opened;
      List<TopicPartition> all = List.of(new TopicPartition(topic.name(), 0));
      opened.assign(all);
      opened.seekToBeginning(all);
      long end = opened.endOffsets(all).getOrDefault(all.getFirst(), 0L);
      Map<String, Feed> feeds = new HashMap<>();
      boolean complete = false;
      while (closing.getCount() > 0) {
        var records = opened.poll(POLL);
        records.forEach(record -> put(feeds, record));
        boolean reached = complete || opened.position(all.getFirst()) >= end;
        if (reached && (!complete || !records.isEmpty())) {
          follower.accept(Map.copyOf(feeds));
          caughtUp.countDown();
          trouble.ends();
        }
        complete = reached;
      }
    } catch (WakeupException _) {
      // It is being closed.
      return;
    } catch (KafkaException e) {
      trouble.begins(e);
    } finally {
      consumer = null;
    }
  }

  private void put(Map<String, Feed> feeds, ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      feeds.remove(record.key());
      return;
    }
    try {
      Feed feed =
          topic.value().deserializer().deserialize(topic.name(), record.headers(), record.value());
      feeds.put(feed.url(), feed);
    } catch (SerializationException e) {
      LOG.warn("feeds: {} in {} is left as it was: {}", record.key(), topic.name(), e.getMessage());
    }
  }

  void close() throws InterruptedException {
    closing.countDown();
    KafkaConsumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    thread.join();
  }
}
