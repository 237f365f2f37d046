package org.parley.app.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real broker with an authorizer, on loopback: users with passwords, with and without TLS. Who
/// comes through the inner listener, which asks for neither, may do everything.
final class SecuredBroker implements AutoCloseable {
  private static final List<String> USERS = List.of("ingest", "processor", "alerts", "operator");
  private static final String STORE_PASSWORD = "loopback";

  private final Path directory;
  private final KafkaRaftServer server;
  private final Map<String, Integer> ports = new TreeMap<>();

  private SecuredBroker(Path directory) throws Exception {
    this.directory = directory;
    for (String listener : List.of("CONTROLLER", "INNER", "PASSWORD", "TLS")) {
      ports.put(listener, freePort());
    }
    makeKey();
    Path logs = directory.resolve("logs");
    format(logs);
    server = new KafkaRaftServer(KafkaConfig.fromProps(settings(logs), false), Time.SYSTEM);
    server.startup();
  }

  static SecuredBroker in(Path directory) throws Exception {
    return new SecuredBroker(directory);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private void makeKey() throws IOException, InterruptedException {
    String command =
        Path.of(System.getProperty("java.home"), "bin", "keytool")
            + " -genkeypair -alias broker -dname CN=broker -keyalg EC -groupname secp256r1"
            + " -ext san=ip:127.0.0.1 -storetype PKCS12 -storepass "
            + STORE_PASSWORD
            + " -keystore "
            + store();
    Process keytool = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private Path store() {
    return directory.resolve("broker.p12");
  }

  private static void format(Path logs) throws Exception {
    Files.createDirectories(logs);
    try (var quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName("CONTROLLER")
          .setDirectories(List.of(logs.toString()))
          .setMetadataLogDirectory(logs.toString())
          .run();
    }
  }

  private Properties settings(Path logs) {
    String listeners =
        ports.entrySet().stream()
            .map(e -> e.getKey() + "://127.0.0.1:" + e.getValue())
            .collect(Collectors.joining(","));
    var properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("log.dirs", logs.toString()),
            Map.entry("listeners", listeners),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + ports.get("CONTROLLER")),
            Map.entry("inter.broker.listener.name", "INNER"),
            Map.entry(
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,INNER:PLAINTEXT,PASSWORD:SASL_PLAINTEXT,TLS:SASL_SSL"),
            Map.entry("sasl.enabled.mechanisms", "PLAIN"),
            Map.entry("listener.name.password.plain.sasl.jaas.config", users()),
            Map.entry("listener.name.tls.plain.sasl.jaas.config", users()),
            Map.entry("listener.name.tls.ssl.keystore.location", store().toString()),
            Map.entry("listener.name.tls.ssl.keystore.password", STORE_PASSWORD),
            Map.entry("listener.name.tls.ssl.keystore.type", "PKCS12"),
            Map.entry(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
            Map.entry("super.users", "User:ANONYMOUS")));
    properties.putAll(alone());
    return properties;
  }

  private static Map<String, String> alone() {
    return Map.ofEntries(
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.min.session.timeout.ms", "500"),
        Map.entry("controller.quorum.append.linger.ms", "0"),
        Map.entry("message.max.bytes", "8388608"),
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("log.cleaner.threads", "1"),
        Map.entry("log.index.size.max.bytes", "1048576"),
        Map.entry("metric.reporters", ""),
        Map.entry("metrics.jmx.exclude", ".*"));
  }

  private static String users() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required "
        + USERS.stream()
            .map(user -> "user_" + user + "=\"" + password(user) + "\"")
            .collect(Collectors.joining(" "))
        + ";";
  }

  private static String password(String user) {
    return "pass-of-" + user;
  }

  /// The settings of a client, as an operator writes them.
  ///
  /// @param protocol `SASL_PLAINTEXT` or `SASL_SSL`
  Map<String, String> client(String protocol, String user) {
    return client(protocol, user, password(user));
  }

  Map<String, String> client(String protocol, String user, String password) {
    Map<String, String> settings = new TreeMap<>();
    boolean tls = protocol.equals("SASL_SSL");
    settings.put("bootstrap.servers", address(tls ? "TLS" : "PASSWORD"));
    settings.put("kafka.security.protocol", protocol);
    settings.put("kafka.sasl.mechanism", "PLAIN");
    settings.put(
        "kafka.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
            + user
            + "\" password=\""
            + password
            + "\";");
    if (tls) {
      settings.put("kafka.ssl.truststore.location", store().toString());
      settings.put("kafka.ssl.truststore.password", STORE_PASSWORD);
      settings.put("kafka.ssl.truststore.type", "PKCS12");
    }
    return settings;
  }

  String address(String listener) {
    return "127.0.0.1:" + ports.get(listener);
  }

  /// Who may do everything; the caller closes it.
  Admin superUser() {
    return Admin.create(Map.of("bootstrap.servers", address("INNER")));
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
