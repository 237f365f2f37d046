package org.parley.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// What Kafka is told: one node that is broker and controller at once, on a laptop, quick to start
/// and to notice that a client is gone.
final class NodeSettings {
  static final int NODE_ID = 1;
  static final String CLIENTS = "PLAINTEXT";
  static final String CONTROLLER = "CONTROLLER";

  private static final String MAX_MESSAGE = Integer.toString(8 * 1024 * 1024);

  private static final Map<String, String> ALONE =
      Map.ofEntries(
          Map.entry("default.replication.factor", "1"),
          Map.entry("min.insync.replicas", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"));

  private static final Map<String, String> QUICK =
      Map.ofEntries(
          Map.entry("broker.heartbeat.interval.ms", "200"),
          Map.entry("broker.session.timeout.ms", "1000"),
          // Gathering metadata records for 25 ms pays off in a quorum; alone it only adds up.
          Map.entry("controller.quorum.append.linger.ms", "0"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("group.min.session.timeout.ms", "500"),
          Map.entry("group.consumer.min.heartbeat.interval.ms", "200"),
          Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
          Map.entry("group.consumer.min.session.timeout.ms", "1000"),
          Map.entry("group.consumer.session.timeout.ms", "6000"),
          // How much longer than its timeout a dead producer's transaction holds up readers.
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          Map.entry("server.max.startup.time.ms", "300000"));

  private static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"),
          Map.entry("log.cleaner.threads", "1"),
          Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024)),
          // Index files are made at full size, two a partition; one of these covers 350 MB of log.
          Map.entry("log.index.size.max.bytes", Integer.toString(1024 * 1024)),
          // Beans that nobody reads, and that two brokers of one process would fight over.
          Map.entry("metric.reporters", ""),
          Map.entry("metrics.jmx.exclude", ".*"));

  private static final Map<String, String> SAFE =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("delete.topic.enable", "true"),
          Map.entry("message.max.bytes", MAX_MESSAGE),
          Map.entry("replica.fetch.max.bytes", MAX_MESSAGE),
          // A laptop may be shut for months; its positions must still be there.
          Map.entry("offsets.retention.minutes", Integer.toString(365 * 24 * 60)));

  /// For a broker whose data ends with it. Records of a replay or of a test are as old as their
  /// articles, and the mark at the end of their transaction is of today; a log that began a new
  /// file for that would have the old one compacted, or deleted as too old, under its readers.
  static final Map<String, String> EPHEMERAL = Map.of("log.roll.ms", Long.toString(Long.MAX_VALUE));

  private NodeSettings() {}

  static Properties of(BoundSockets sockets, Path logs) {
    String clients = CLIENTS + "://" + sockets.address(CLIENTS);
    String controller = CONTROLLER + "://" + sockets.address(CONTROLLER);
    var properties = new Properties();
    properties.putAll(ALONE);
    properties.putAll(QUICK);
    properties.putAll(SMALL);
    properties.putAll(SAFE);
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("controller.quorum.voters", NODE_ID + "@" + sockets.address(CONTROLLER));
    properties.put("inter.broker.listener.name", CLIENTS);
    properties.put("listeners", clients + "," + controller);
    properties.put("advertised.listeners", clients + "," + controller);
    properties.put(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    properties.put("log.dirs", logs.toString());
    return properties;
  }
}
