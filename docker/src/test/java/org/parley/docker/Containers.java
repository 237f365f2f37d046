package org.parley.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/// A broker, a receiver of webhooks and the roles of Parley, each in a container of its own, as
/// `docker-compose.yml` has them. The images are those of the variables `PARLEY_IMAGE` and
/// `PARLEY_KAFKA_IMAGE`. For one thread, but for [#inBackground].
final class Containers implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(4);
  private static final String IMAGE = named("PARLEY_IMAGE", "parley:latest");
  private static final String BROKER = named("PARLEY_KAFKA_IMAGE", "apache/kafka:4.3.1");
  private static final String SECRET = "whsec_" + "c2VjcmV0".repeat(4);

  private final Network network = Network.newNetwork();
  private final Deque<GenericContainer<?>> started = new ArrayDeque<>();
  private final GenericContainer<?> receiver;

  /// Starts the broker and the receiver, and sets topics, watch and endpoint up.
  Containers() {
    try {
      start(
          "kafka",
          new GenericContainer<>(DockerImageName.parse(BROKER)).withEnv(brokerSettings()),
          "Kafka Server started");
      receiver =
          start("receiver", "receiving on", "receive", "--host", "0.0.0.0", "--secret", SECRET);
      parley("topics", "create");
      parley("watch", "add", "/opt/parley/seeds/watches/peace-talks.yaml");
      parley("endpoint", "add", "here", "http://receiver:8080/", "--secret", "env:SECRET");
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static String named(String variable, String otherwise) {
    return Objects.requireNonNullElse(System.getenv(variable), otherwise);
  }

  private static Map<String, String> brokerSettings() {
    return Map.ofEntries(
        Map.entry("KAFKA_NODE_ID", "1"),
        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:9093"),
        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092"),
        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@127.0.0.1:9093"),
        Map.entry("KAFKA_LOG_DIRS", "/var/lib/kafka/data"),
        Map.entry("KAFKA_HEAP_OPTS", "-Xmx512m"),
        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"));
  }

  /// Starts a role, and returns when it runs.
  GenericContainer<?> role(String name) {
    return start(name, name + " runs on", name);
  }

  private GenericContainer<?> start(String name, String sign, String... command) {
    var container =
        new GenericContainer<>(DockerImageName.parse(IMAGE))
            .withCommand(command)
            .withEnv("PARLEY_BOOTSTRAP_SERVERS", "kafka:9092")
            .withEnv("PARLEY_BROKER_TIMEOUT", "60")
            .withEnv("PARLEY_JAVA_OPTS", "-Xmx400m")
            .withEnv("PARLEY_ALERTS_ALLOW", "receiver:8080")
            .withEnv("SECRET", SECRET);
    return start(name, container, sign);
  }

  private GenericContainer<?> start(String name, GenericContainer<?> container, String sign) {
    started.push(container);
    container
        .withNetwork(network)
        .withNetworkAliases(name)
        .waitingFor(Wait.forLogMessage(".*" + sign + ".*\\n", 1).withStartupTimeout(START))
        .start();
    return container;
  }

  /// Kills a container as `kill -9` would, and starts it again.
  static void killAndRestart(GenericContainer<?> container) {
    var docker = container.getDockerClient();
    docker.killContainerCmd(container.getContainerId()).exec();
    docker.startContainerCmd(container.getContainerId()).exec();
  }

  /// Runs a command of Parley beside the receiver to its end.
  ///
  /// @return what it printed
  String parley(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "parley";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      ExecResult result = receiver.execInContainer(command);
      if (result.getExitCode() != 0) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%s ended with %d: %s%s",
                String.join(" ", command),
                result.getExitCode(),
                result.getStdout(),
                result.getStderr()));
      }
      return result.getStdout();
    } catch (IOException e) {
      throw new IllegalStateException("the engine does not run " + String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  CompletableFuture<String> inBackground(String... arguments) {
    return CompletableFuture.supplyAsync(() -> parley(arguments));
  }

  /// Writes a file where [#parley] can read it.
  void write(String path, String text) {
    receiver.copyFileToContainer(Transferable.of(text, 0644), path);
  }

  /// What the receiver has printed so far.
  String received() {
    return receiver.getLogs(OutputType.STDOUT);
  }

  @Override
  public void close() {
    started.forEach(GenericContainer::stop);
    network.close();
  }
}
