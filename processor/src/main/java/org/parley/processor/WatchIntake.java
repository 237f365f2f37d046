package org.parley.processor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Ids;
import org.parley.contract.Notice;
import org.parley.contract.Watch;
import org.parley.contract.topic.Topic;
import org.parley.processor.watch.WatchSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts watches in force as their topic says. One that cannot be read or followed changes nothing:
/// the last good version stays in force, and a notice says what is wrong with the new one.
///
/// While the topic is read again after a start, no notices are written: they were when the watch
/// came. Used by one thread at a time.
final class WatchIntake implements StateRestoreListener {
  private static final Logger LOG = LoggerFactory.getLogger(WatchIntake.class);

  private final Topic<Watch> topic;
  private final Deserializer<Watch> reader;
  private final WatchSet watches;
  private final Consumer<Notice> notices;
  private final Tally tally;
  private final Set<String> inForce = ConcurrentHashMap.newKeySet();
  private volatile boolean restoring;

  WatchIntake(Topic<Watch> topic, WatchSet watches, Consumer<Notice> notices, Tally tally) {
    this.topic = topic;
    this.reader = topic.value().deserializer();
    this.watches = watches;
    this.notices = notices;
    this.tally = tally;
  }

  /// Takes a record of the topic.
  ///
  /// @param value a watch as JSON, or nothing when it was removed
  /// @return whether it changed what is in force
  boolean take(String watchId, byte @Nullable [] value, Instant at) {
    if (value == null) {
      watches.remove(watchId);
      inForce.remove(watchId);
      return true;
    }
    try {
      watches.put(read(watchId, value));
      inForce.add(watchId);
      return true;
    } catch (SerializationException | IllegalArgumentException e) {
      refuse(watchId, value, String.valueOf(e.getMessage()), at);
      return false;
    }
  }

  private Watch read(String watchId, byte[] value) {
    Watch watch = reader.deserialize(topic.name(), value);
    if (!watch.watchId().equals(watchId)) {
      throw new IllegalArgumentException(
          "watchId '" + watch.watchId() + "' is not the record's key; write it under its own id");
    }
    return watch;
  }

  private void refuse(String watchId, byte[] value, String problem, Instant at) {
    tally.watchesRefused.increment();
    LOG.warn("watch '{}' in {} is refused: {}", watchId, topic.name(), problem);
    if (restoring) {
      return;
    }
    String kept =
        inForce.contains(watchId) ? "its last good version stays in force" : "it is not in force";
    notices.accept(
        new Notice(
            Ids.notice("watch-refused", watchId, new String(value, StandardCharsets.UTF_8)),
            Notice.Kind.WATCH_REFUSED,
            watchId.isBlank() ? "(no key)" : watchId,
            "watch '" + watchId + "' is refused, " + kept + ": " + problem,
            at));
  }

  @Override
  public void onRestoreStart(
      TopicPartition partition, String store, long startingOffset, long endingOffset) {
    if (partition.topic().equals(topic.name())) {
      restoring = true;
    }
  }

  @Override
  public void onBatchRestored(
      TopicPartition partition, String store, long batchEndOffset, long restored) {}

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long restored) {
    if (partition.topic().equals(topic.name())) {
      restoring = false;
    }
  }
}
