package org.parley.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real single-node broker of Apache Kafka inside this process, for those who have no cluster and
/// for tests. It listens on 127.0.0.1 only, keeps its data between runs or throws it away, and may
/// share the process with others of its kind on other directories.
///
/// Two settings of the process as a whole come with it: Kafka's exit and halt hooks are replaced,
/// so that a broker that gives up is reported to [Settings#onFatal()] and does not end the JVM.
///
/// Thread-safe. Close it: there is no shutdown hook.
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final DataDirectory directory;
  private final BoundSockets sockets;
  private final String address;
  private final BrokerThreads threads = new BrokerThreads();
  private volatile @Nullable KafkaNode node;
  private BrokerThreads.@Nullable Task starting;
  private volatile boolean closed;

  /// How a broker is run.
  ///
  /// @param dataDirectory where its data is kept, created when missing; none for a temporary
  ///   directory that is deleted on close
  /// @param port of 127.0.0.1; 0 for a free one
  /// @param leastFree how many bytes of the disk must be free, or it does not start
  /// @param onFatal told once, on a thread of its own, when the broker gave up while running, and
  ///   why, on one line; the broker is of no more use then and should be closed
  public record Settings(
      @Nullable Path dataDirectory, int port, long leastFree, Consumer<String> onFatal) {
    /// The port that Kafka clients expect.
    public static final int USUAL_PORT = 9092;

    private static final long LEAST_FREE = 256L * 1024 * 1024;

    public Settings {
      if (port < 0 || port > 65_535) {
        throw new BrokerException(
            "port " + port + " is not one: choose 1 to 65535, or 0 for a free one");
      }
    }

    /// Data kept in `directory`, on a free port.
    public static Settings in(Path directory) {
      return new Settings(directory, 0, LEAST_FREE, Settings::logged);
    }

    /// Data thrown away on close, on a free port.
    public static Settings ephemeral() {
      return new Settings(null, 0, LEAST_FREE, Settings::logged);
    }

    public Settings withPort(int port) {
      return new Settings(dataDirectory, port, leastFree, onFatal);
    }

    public Settings withLeastFree(long bytes) {
      return new Settings(dataDirectory, port, bytes, onFatal);
    }

    public Settings withOnFatal(Consumer<String> onFatal) {
      return new Settings(dataDirectory, port, leastFree, onFatal);
    }

    private static void logged(String reason) {
      log.error("{}", reason);
    }
  }

  private EmbeddedBroker(DataDirectory directory, BoundSockets sockets) {
    this.directory = directory;
    this.sockets = sockets;
    address = sockets.address(NodeSettings.CLIENTS);
  }

  /// Starts a broker and returns when it serves clients.
  ///
  /// @throws BrokerException saying why it cannot run here; nothing is left behind then
  public static EmbeddedBroker start(Settings settings) {
    EmbeddedBroker broker = open(settings);
    try {
      broker.startNode();
      broker.directory.announce(broker.address);
    } catch (RuntimeException | IOException e) {
      throw broker.abandoned(e);
    }
    broker.reportTo(settings.onFatal);
    return broker;
  }

  /// The directory first: that another instance has it says more than that its port is taken.
  private static EmbeddedBroker open(Settings settings) {
    DataDirectory directory = DataDirectory.open(settings.dataDirectory, settings.leastFree);
    try {
      return new EmbeddedBroker(directory, BoundSockets.open(settings.port));
    } catch (BrokerException e) {
      directory.close();
      throw e;
    }
  }

  private BrokerException abandoned(Exception problem) {
    BrokerException told =
        problem instanceof BrokerException known
            ? known
            : new BrokerException(
                "the embedded broker cannot start in "
                    + directory
                    + ": "
                    + BrokerException.reason(problem)
                    + "; its log says more",
                problem);
    try {
      close();
    } catch (RuntimeException e) {
      told.addSuppressed(e);
    }
    return told;
  }

  /// The address of the broker that runs in `dataDirectory`, in this process or another; none when
  /// none does, even if one was killed there.
  ///
  /// @throws BrokerException when the directory cannot be read
  public static Optional<String> addressIn(Path dataDirectory) {
    try {
      return DataDirectory.addressIn(dataDirectory);
    } catch (IOException e) {
      throw new BrokerException(
          "cannot read the data directory " + dataDirectory + ": " + BrokerException.reason(e), e);
    }
  }

  /// Looks whether a broker could use the data in `dataDirectory`, without touching it.
  ///
  /// @throws BrokerException saying why it could not: a newer Parley's, or something else's
  public static void check(Path dataDirectory) {
    try {
      DataDirectory.check(dataDirectory);
    } catch (IOException e) {
      throw new BrokerException(
          "cannot read the data directory " + dataDirectory + ": " + BrokerException.reason(e), e);
    }
  }

  /// Where clients find it: `127.0.0.1:port`.
  public String bootstrapServers() {
    return address;
  }

  Path directory() {
    return directory.root();
  }

  List<String> threadNames() {
    return threads.names();
  }

  /// Stops it and lets go of its directory; waits until that is done. Idempotent.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (directory;
        sockets) {
      directory.withdraw();
      stopNode();
    }
  }

  private void startNode() {
    Properties settings = NodeSettings.of(sockets, directory.logs());
    if (directory.isEphemeral()) {
      settings.putAll(NodeSettings.EPHEMERAL);
    }
    KafkaConfig config = KafkaConfig.fromProps(settings, false);
    starting =
        threads.run(
            "broker-start",
            () -> {
              var made = new KafkaNode(config, sockets, threads);
              node = made;
              made.start();
            });
    try {
      CompletableFuture.anyOf(starting.done(), threads.fatal().thenAccept(EmbeddedBroker::fail))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("interrupted while the embedded broker started", e);
    }
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }

  private void stopNode() {
    BrokerThreads.Task start = starting;
    if (start != null) {
      start.end();
    }
    KafkaNode running = node;
    if (running != null) {
      threads.run("broker-stop", running::stop).done().join();
      node = null;
    }
  }

  private void reportTo(Consumer<String> onFatal) {
    var _ =
        threads
            .fatal()
            .thenAccept(why -> {
              if (!closed) {
                report(onFatal, explain(why));
              }
            });
  }

  /// Not on the thread that failed: whoever is told may close the broker, which waits for it.
  private static void report(Consumer<String> onFatal, String reason) {
    Thread.ofVirtual().name("broker-fatal").start(() -> onFatal.accept(reason));
  }

  private String explain(String why) {
    return "the embedded broker in "
        + directory
        + " gave up: "
        + why
        + " ("
        + directory.room()
        + "); its log says more";
  }
}
