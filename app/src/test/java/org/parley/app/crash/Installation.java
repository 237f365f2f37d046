package org.parley.app.crash;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.parley.contract.topic.World;

/// A Parley as an operator has it: a folder with a `parley.yaml`, a data directory and an endpoint.
/// Each command is a process.
final class Installation {
  static final String ENDPOINT = "desk";
  static final World WORLD = World.live("parley");

  /// Below the ports that a system gives to clients: one of those would be taken, by a client that
  /// looks for the broker, while the broker is away.
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 10_000;

  private final Path folder;
  private final int port;

  private Installation(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /// With a broker of its own.
  ///
  /// @param folder empty, and the test's
  /// @param webhooks where its alerts are to go
  static Installation in(Path folder, URI webhooks) throws IOException {
    int port = freePort();
    return configured(folder, port, "broker.port: " + port, webhooks);
  }

  /// On a broker of 127.0.0.1 that runs elsewhere.
  static Installation on(int port, Path folder, URI webhooks) throws IOException {
    return configured(folder, port, "bootstrap.servers: 127.0.0.1:" + port, webhooks);
  }

  private static Installation configured(Path folder, int port, String broker, URI webhooks)
      throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "whsec_" + "c2VjcmV0".repeat(4));
    Files.writeString(
        folder.resolve("parley.yaml"),
        String.format(
            Locale.ROOT,
            """
            data.dir: %s
            %s
            alerts.allow: loopback
            feeds.allow: loopback
            feeds.interval: 2s
            endpoints:
              %s:
                url: %s
                secret: file:%s
            """,
            folder.resolve("data"),
            broker,
            ENDPOINT,
            webhooks,
            secret));
    return new Installation(folder, port);
  }

  static int freePort() throws IOException {
    var random = new Random();
    while (true) {
      int port = FIRST_PORT + random.nextInt(PORTS);
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException _) {
        continue;
      }
    }
  }

  String servers() {
    return "127.0.0.1:" + port;
  }

  Path dataDir() {
    return folder.resolve("data");
  }

  /// `parley run`, which reads no seeds.
  ParleyProcess run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("run", "--no-seeds"));
    arguments.addAll(List.of(more));
    return command(arguments.toArray(String[]::new));
  }

  ParleyProcess command(String... arguments) {
    return ParleyProcess.start(folder, List.of(arguments));
  }

  /// Runs a command to its end.
  ParleyProcess ended(String... arguments) {
    ParleyProcess process = command(arguments);
    process.awaitEnd();
    return process;
  }

  /// Deletes what the roles keep outside Kafka.
  void wipeState() throws IOException {
    Path state = dataDir().resolve("state");
    if (Files.exists(state)) {
      try (Stream<Path> files = Files.walk(state)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
