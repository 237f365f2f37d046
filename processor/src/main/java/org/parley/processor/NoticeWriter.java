package org.parley.processor;

import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.parley.contract.Notice;
import org.parley.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes notices with a producer of its own, because a global processor cannot forward. Does not
/// wait; a notice that cannot be written is logged. Thread-safe.
final class NoticeWriter implements Consumer<Notice>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeWriter.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Topic<Notice> topic;
  private final KafkaProducer<String, Notice> producer;

  NoticeWriter(Topic<Notice> topic, Properties clients) {
    this.topic = topic;
    Properties properties = new Properties();
    properties.putAll(clients);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
    producer = new KafkaProducer<>(properties, new StringSerializer(), topic.value().serializer());
  }

  @Override
  public void accept(Notice notice) {
    var record =
        new ProducerRecord<>(
            topic.name(), null, notice.at().toEpochMilli(), notice.kind().label(), notice);
    producer.send(
        record,
        (_, problem) -> {
          if (problem != null) {
            LOG.error("notice not written to {}: {}", topic.name(), notice.message(), problem);
          }
        });
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
