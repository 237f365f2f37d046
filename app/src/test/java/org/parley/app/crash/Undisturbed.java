package org.parley.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.Topics;
import org.parley.contract.topic.World;
import org.parley.processor.NewsProcessor;
import org.parley.processor.ProcessorSettings;

/// What the processor makes of a log when nobody disturbs it: a topic of one world is copied,
/// record by record, into another world on the same broker, and the processor is run there.
final class Undisturbed {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final String servers;
  private final World disturbed;
  private final Path stateDir;

  Undisturbed(String servers, World disturbed, Path stateDir) {
    this.servers = servers;
    this.disturbed = disturbed;
    this.stateDir = stateDir;
  }

  /// @return the world in which the articles of the other led to these matches
  World analysed() throws InterruptedException {
    World world = World.live("undisturbed-analysis");
    create(world);
    copy(disturbed.watches(), world.watches());
    copy(disturbed.articles(), world.articles());
    run(world);
    return world;
  }

  /// @return the world in which the matches of the other led to these stories and alerts
  World placed() throws InterruptedException {
    World world = World.live("undisturbed-lane");
    create(world);
    copy(disturbed.matches(), world.matches());
    run(world);
    return world;
  }

  private void create(World world) {
    List<Topic<?>> topics = new ArrayList<>(world.topics());
    Written.all(servers, disturbed.watches()).stream()
        .map(Written::key)
        .distinct()
        .map(world::alertsOf)
        .forEach(topics::add);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      new Topics(admin, LIMIT).create(topics);
    }
  }

  private void copy(Topic<?> from, Topic<?> to) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", servers, "acks", "all", "max.request.size", 8 * 1024 * 1024),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (ConsumerRecord<byte[], byte[]> record : Written.records(servers, from)) {
        producer.send(
            new ProducerRecord<>(
                to.name(),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers()));
      }
    }
  }

  private void run(World world) throws InterruptedException {
    var settings =
        new ProcessorSettings(
            world,
            servers,
            stateDir.resolve(world.prefix()),
            "undisturbed",
            2,
            ProcessorSettings.SESSION,
            Map.of());
    try (var processor = new NewsProcessor(settings)) {
      processor.start();
      processor.awaitRunning(LIMIT);
      assertThat(processor.progress().awaitDrained(LIMIT))
          .as("drained: %s", world.prefix())
          .isTrue();
    }
  }
}
