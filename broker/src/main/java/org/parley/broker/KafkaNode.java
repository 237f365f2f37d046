package org.parley.broker;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/// Apache Kafka's own broker and controller, put together as `KafkaRaftServer` does it but for two
/// things that it does not let one choose: the sockets, and what happens on a fatal fault.
final class KafkaNode {
  private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);
  private static final Duration HANDOVER = Duration.ofSeconds(5);

  private final ControllerServer controller;
  private final BrokerServer broker;

  KafkaNode(KafkaConfig config, BoundSockets sockets, BrokerThreads threads) {
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage =
        KafkaRaftServer.initializeLogDirs(config, log, "");
    MetaPropertiesEnsemble directories = storage._1();
    Map<Integer, InetSocketAddress> voters =
        Map.of(NodeSettings.NODE_ID, sockets.socketAddress(NodeSettings.CONTROLLER));
    var shared =
        new SharedServer(
            config,
            directories,
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, directories.clusterId().orElseThrow()),
            CompletableFuture.completedFuture(voters),
            List.of(),
            threads::faultHandler,
            sockets);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
  }

  /// Returns when the broker serves clients.
  void start() {
    controller.startup();
    broker.startup();
  }

  /// Hands over, writes everything down and returns when all threads are gone.
  void stop() {
    try {
      broker.shutdown(HANDOVER);
    } finally {
      controller.shutdown();
    }
  }
}
