package org.parley.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.broker.EmbeddedBroker.Settings;

class EmbeddedBrokerTest {
  @TempDir Path directory;

  @Test
  void keepsRecordsAndPositionsOverARestart() throws Exception {
    var partition = new TopicPartition("kept", 0);
    try (var broker = EmbeddedBroker.start(Settings.in(directory))) {
      Clients.createTopic(broker, "kept");
      Clients.write(broker, "kept", "a", "b");
      try (var consumer = Clients.consumer(broker, "group")) {
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(1)));
      }
    }

    try (var broker = EmbeddedBroker.start(Settings.in(directory))) {
      Clients.write(broker, "kept", "c");
      assertThat(Clients.keys(broker, "kept")).containsExactly("a", "b", "c");
      try (var consumer = Clients.consumer(broker, "group")) {
        assertThat(consumer.committed(Set.of(partition)))
            .containsEntry(partition, new OffsetAndMetadata(1));
      }
    }
  }

  @Test
  void ephemeralDataIsGoneAfterClose() throws Exception {
    Path temporary;
    try (var broker = EmbeddedBroker.start(Settings.ephemeral())) {
      temporary = broker.directory();
      Clients.createTopic(broker, "gone");
      Clients.write(broker, "gone", "a");
      assertThat(temporary.resolve("kafka/gone-0")).isDirectory();
    }

    assertThat(temporary).doesNotExist();
  }

  /// A closed file is compacted or deleted by the records' age, which are old in a replay.
  @Test
  void ephemeralRecordsOfLongAgoStayInOneFile() throws Exception {
    long now = Clock.systemUTC().millis();
    try (var broker = EmbeddedBroker.start(Settings.ephemeral());
        var producer = Clients.producer(broker, Map.of())) {
      Clients.createTopic(broker, "old");
      for (long at : List.of(now - TimeUnit.DAYS.toMillis(300), now, now)) {
        producer.send(new ProducerRecord<>("old", 0, at, "a", new byte[1])).get();
      }

      try (var files = Files.list(broker.directory().resolve("kafka/old-0"))) {
        assertThat(files.filter(file -> file.toString().endsWith(".log"))).hasSize(1);
      }
    }
  }

  @Test
  void recordsOfEightMegabytesPass() throws Exception {
    byte[] value = new byte[8_000_000];
    new Random(8).nextBytes(value);
    try (var broker = EmbeddedBroker.start(Settings.ephemeral())) {
      Clients.createTopic(broker, "large");
      Clients.write(broker, "large", "a", value);

      List<ConsumerRecord<String, byte[]>> read = Clients.read(broker, "large");
      assertThat(read).hasSize(1);
      assertThat(Arrays.equals(read.getFirst().value(), value)).isTrue();
    }
  }

  @Test
  void onlyCommittedTransactionsAreRead() throws Exception {
    try (var broker = EmbeddedBroker.start(Settings.ephemeral());
        var producer = Clients.producer(broker, Map.of("transactional.id", "writer"))) {
      Clients.createTopic(broker, "log");
      producer.initTransactions();
      begin(producer, "aborted");
      producer.abortTransaction();
      begin(producer, "first");
      producer.commitTransaction();
      // A transaction is readable for certain once the next one of its producer has begun.
      begin(producer, "second");
      assertThat(Clients.keys(broker, "log")).containsExactly("first");
      producer.commitTransaction();
      begin(producer, "third");
      assertThat(Clients.keys(broker, "log")).containsExactly("first", "second");
      producer.abortTransaction();
    }
  }

  private static void begin(KafkaProducer<String, byte[]> producer, String key) {
    producer.beginTransaction();
    var _ = producer.send(new ProducerRecord<>("log", key, new byte[1]));
    producer.flush();
  }

  @Test
  void topicsAreNotMadeByAskingForThem() {
    try (var broker = EmbeddedBroker.start(Settings.ephemeral());
        var admin = Clients.admin(broker)) {
      assertThatThrownBy(
              () -> admin.describeTopics(List.of("none")).allTopicNames().get(60, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void brokersRunOneAfterAnotherInOneProcess() throws Exception {
    for (int run = 0; run < 3; run++) {
      try (var broker = EmbeddedBroker.start(Settings.ephemeral())) {
        Clients.createTopic(broker, "run");
        Clients.write(broker, "run", "a");
        assertThat(Clients.keys(broker, "run")).containsExactly("a");
      }
    }
  }

  @Test
  void brokersRunSideBySideInOneProcess() throws Exception {
    try (var kept = EmbeddedBroker.start(Settings.in(directory))) {
      Clients.createTopic(kept, "same");
      try (var other = EmbeddedBroker.start(Settings.ephemeral())) {
        Clients.createTopic(other, "same");
        Clients.write(kept, "same", "kept");
        Clients.write(other, "same", "other");

        assertThat(Clients.keys(kept, "same")).containsExactly("kept");
        assertThat(Clients.keys(other, "same")).containsExactly("other");
      }
      Clients.write(kept, "same", "still");
      assertThat(Clients.keys(kept, "same")).containsExactly("kept", "still");
    }
  }

  @Test
  void leavesNoThreadBehind() {
    var broker = EmbeddedBroker.start(Settings.ephemeral());
    broker.close();
    broker.close();

    // The two that the metrics library starts once and keeps for the whole process belong to none.
    assertThat(broker.threadNames()).allMatch(name -> name.startsWith("metrics-meter-tick-thread"));
  }

  @Test
  void listensOnThePortAskedForAndOnLoopbackOnly() throws Exception {
    int port = freePort();
    try (var broker = EmbeddedBroker.start(Settings.ephemeral().withPort(port))) {
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      try (var admin = Clients.admin(broker)) {
        assertThat(admin.describeCluster().nodes().get(60, TimeUnit.SECONDS))
            .singleElement()
            .satisfies(
                node -> assertThat(node.host() + ":" + node.port()).isEqualTo("127.0.0.1:" + port));
      }
    }
  }

  @Test
  void saysThatThePortIsInUseAndLetsGoOfTheDirectory() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(Settings.in(directory).withPort(port)))
          .isInstanceOf(BrokerException.class)
          .hasMessage(
              "port %d of 127.0.0.1 is in use; choose another with --port, or --port 0 for a free one",
              port);
    }
    assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();
    EmbeddedBroker.start(Settings.in(directory)).close();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void refusesWhatIsNoPort(int port) {
    assertThatThrownBy(() -> Settings.ephemeral().withPort(port))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("port " + port);
  }

  @Test
  void aBrokerThatGaveUpIsReportedAndCanBeClosed() throws Exception {
    var reasons = new LinkedBlockingQueue<String>();
    try (var _ = new Silence();
        var bystander = EmbeddedBroker.start(Settings.ephemeral())) {
      var broker = EmbeddedBroker.start(Settings.in(directory).withOnFatal(reasons::add));
      try (var admin = Clients.admin(broker)) {
        // What a disk that goes away looks like.
        Storage.delete(directory.resolve("kafka"));
        Files.writeString(directory.resolve("kafka"), "");
        var topic = new NewTopic("lost", 1, (short) 1);
        var answer = admin.createTopics(List.of(topic));
        assertThat(reasons.poll(60, TimeUnit.SECONDS))
            .startsWith(
                "the embedded broker in "
                    + directory
                    + " gave up: it cannot write to its data directory any more (")
            .endsWith(" MB free on its disk); its log says more");
        assertThat(answer.values()).hasSize(1);
      }
      broker.close();
      assertThat(reasons).isEmpty();
      assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();
      Clients.createTopic(bystander, "fine");
      Clients.write(bystander, "fine", "a");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka/meta.properties",
        "kafka/bootstrap.checkpoint",
        "kafka/__cluster_metadata-0/quorum-state"
      })
  void saysThatItCannotStartOnDamagedData(String file) throws Exception {
    EmbeddedBroker.start(Settings.in(directory)).close();
    Path damaged = directory.resolve(file);
    String kept = Files.readString(damaged, StandardCharsets.ISO_8859_1);
    Files.writeString(damaged, "node.id=1\n");
    try (var _ = new Silence()) {
      assertThatThrownBy(() -> EmbeddedBroker.start(Settings.in(directory)))
          .isInstanceOf(BrokerException.class)
          .hasMessageStartingWith("the embedded broker cannot start in " + directory + ": ")
          .message()
          .hasLineCount(1);
    }
    assertThat(EmbeddedBroker.addressIn(directory)).isEmpty();

    Files.writeString(damaged, kept, StandardCharsets.ISO_8859_1);
    EmbeddedBroker.start(Settings.in(directory)).close();
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
