package org.parley.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.parley.app.Await;
import org.parley.app.Cluster;
import org.parley.contract.DeadLetter;
import org.parley.contract.topic.Topic;

/// Writes dead letters back to the topics that they came from: the record itself as long as its
/// topic keeps it, else what the dead letter kept of it. The record and the mark that it was
/// written are one transaction, so nothing is written back twice without being asked for. For one
/// thread; close it.
public final class Replayer implements AutoCloseable {
  private static final String BASE64 = "base64:";

  private final Cluster cluster;
  private final Clock clock;
  private final DeadLetterBook book;
  private final OriginReader origins;
  private final Set<String> topics;
  private final KafkaProducer<byte[], byte[]> producer;

  public Replayer(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
    book = new DeadLetterBook(cluster);
    origins = new OriginReader(cluster);
    topics = topics(cluster);
    producer = producer(cluster);
    producer.initTransactions();
  }

  private static Set<String> topics(Cluster cluster) {
    try (Admin admin = cluster.admin()) {
      return Set.copyOf(Await.result(admin.listTopics().names(), cluster.patience()));
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(Cluster cluster) {
    Map<String, Object> properties = new HashMap<>(cluster.client());
    properties.put("transactional.id", cluster.world().id("dead-letters"));
    properties.put("acks", "all");
    properties.put("max.request.size", Integer.toString(8 * 1024 * 1024));
    properties.put("max.block.ms", Long.toString(cluster.patience().toMillis()));
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /// Writes back those of the ids that there are.
  ///
  /// @param again whether one that was written back may be once more
  /// @param sink told what came of each
  public void replay(Collection<String> ids, boolean again, Consumer<Replayed> sink) {
    book.each(ids, letter -> sink.accept(replay(letter, again)));
  }

  private Replayed replay(Letter letter, boolean again) {
    String objection = Objection.to(letter, cluster.world(), again);
    Topic<?> origin = Objection.origin(letter, cluster.world());
    if (objection != null || origin == null) {
      return new Replayed.Refused(letter.id(), String.valueOf(objection));
    }
    if (!topics.contains(origin.name())) {
      return new Replayed.Refused(
          letter.id(),
          "came from " + origin.name() + ", which does not exist any more; create it first");
    }
    ConsumerRecord<byte[], byte[]> kept = origins.find(letter.letter());
    try {
      write(letter, kept == null ? restored(letter.letter(), origin) : again(kept));
      return new Replayed.Written(letter.id(), origin.name());
    } catch (SerializationException e) {
      return new Replayed.Refused(
          letter.id(),
          origin.name()
              + " does not keep its record any more, and what the dead letter has of it is "
              + e.getMessage());
    }
  }

  private void write(Letter letter, ProducerRecord<byte[], byte[]> record) {
    producer.beginTransaction();
    producer.send(record);
    producer.send(mark(letter, record.topic()));
    // Kafka's producer may send a commit before the records that were handed to it last.
    producer.flush();
    producer.commitTransaction();
  }

  private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> kept) {
    return new ProducerRecord<>(
        kept.topic(), kept.partition(), kept.timestamp(), kept.key(), kept.value(), kept.headers());
  }

  /// Only a whole record: anything else would be a dead letter again.
  private static <V> ProducerRecord<byte[], byte[]> restored(DeadLetter letter, Topic<V> topic) {
    V value = topic.value().deserializer().deserialize(topic.name(), bytes(letter.value()));
    if (value == null) {
      throw new SerializationException("empty");
    }
    var headers = new RecordHeaders();
    byte[] written = topic.value().serializer().serialize(topic.name(), headers, value);
    Integer partition = letter.partition() < topic.partitions() ? letter.partition() : null;
    return new ProducerRecord<>(
        topic.name(), partition, letter.at().toEpochMilli(), bytes(letter.key()), written, headers);
  }

  private ProducerRecord<byte[], byte[]> mark(Letter letter, String to) {
    Topic<DeadLetter> topic = cluster.world().deadLetters();
    DeadLetter mark =
        DeadLetter.replayMark(
            topic.name(),
            letter.partition(),
            letter.offset(),
            to,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var headers = new RecordHeaders();
    byte[] value = topic.value().serializer().serialize(topic.name(), headers, mark);
    return new ProducerRecord<>(
        topic.name(), null, mark.at().toEpochMilli(), bytes(letter.letter().key()), value, headers);
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.startsWith(BASE64)
        ? Base64.getDecoder().decode(text.substring(BASE64.length()))
        : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    origins.close();
  }
}
