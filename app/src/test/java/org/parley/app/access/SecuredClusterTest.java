package org.parley.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.alerts.audit.Audit;
import org.parley.alerts.secret.Secrets;
import org.parley.app.Cluster;
import org.parley.app.ExitCode;
import org.parley.app.Failure;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.EndpointBook.Wanted;
import org.parley.app.book.Sealing;
import org.parley.app.book.WatchBook;
import org.parley.app.book.WatchFiles;
import org.parley.app.config.Config;
import org.parley.app.config.ConfigLoader;
import org.parley.app.process.CorpusIntake;
import org.parley.app.process.OneProcess;
import org.parley.app.role.AlertsRole;
import org.parley.app.role.IngestRole;
import org.parley.app.role.ProcessorRole;
import org.parley.app.role.Role;
import org.parley.app.terminal.Progress;
import org.parley.app.terminal.Terminal;
import org.parley.contract.Endpoint;
import org.parley.contract.topic.TopicSnapshot.Entry;
import org.parley.contract.topic.World;
import org.parley.testkit.Sample;
import org.parley.testkit.WebhookReceiver;

/// Each role as a user of its own on a cluster with passwords, TLS and an authorizer.
class SecuredClusterTest {
  private static final Path SEEDS = Path.of(System.getProperty("parley.root"), "seeds");
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final String PASSWORDS = "SASL_PLAINTEXT";

  @TempDir static Path brokerDir;
  private static SecuredBroker broker;
  private static Admin superUser;

  @TempDir Path dir;

  @BeforeAll
  static void start() throws Exception {
    broker = SecuredBroker.in(brokerDir);
    superUser = broker.superUser();
  }

  @AfterAll
  static void stop() {
    superUser.close();
    broker.close();
  }

  private static String user(Actor actor) {
    return "User:" + actor.label();
  }

  private static void grant(Actor actor, List<Right> rights) throws Exception {
    superUser
        .createAcls(rights.stream().map(right -> right.grantTo(user(actor))).toList())
        .all()
        .get(30, TimeUnit.SECONDS);
  }

  private static void revoke(Actor actor, Right right) throws Exception {
    superUser
        .deleteAcls(List.of(right.grantTo(user(actor)).toFilter()))
        .all()
        .get(30, TimeUnit.SECONDS);
  }

  private Config config(Map<String, String> client, String prefix, String instance) {
    Map<String, String> options = new TreeMap<>(client);
    options.put("prefix", prefix);
    options.put("data.dir", dir.resolve(instance).toString());
    options.put("alerts.allow", "127.0.0.1/32");
    options.put("secret.key", "file:" + dir.resolve("seal.key"));
    return new ConfigLoader(Map.of()).load(null, options);
  }

  private Cluster as(Actor actor, String protocol, String prefix) {
    return Cluster.find(config(broker.client(protocol, actor.label()), prefix, actor.label()));
  }

  private Role role(Actor actor, String protocol, String prefix) {
    Config config = config(broker.client(protocol, actor.label()), prefix, actor.label());
    Cluster cluster = Cluster.find(config);
    return switch (actor) {
      case INGEST -> new IngestRole(config, cluster);
      case PROCESSOR -> new ProcessorRole(config, cluster, 1);
      case ALERTS -> new AlertsRole(config, cluster, attempt -> {});
      case OPERATOR -> throw new IllegalArgumentException("no role");
    };
  }

  private OneProcess started(Actor actor, String protocol, String prefix) throws Exception {
    Config config = config(broker.client(protocol, actor.label()), prefix, actor.label());
    var process = OneProcess.at(config, Cluster.find(config));
    process.start(List.of(role(actor, protocol, prefix)), LIMIT);
    return process;
  }

  private static void grantAll(String prefix) throws Exception {
    for (Actor actor : Actor.values()) {
      grant(actor, AccessTable.of(actor, World.live(prefix)));
    }
  }

  private void prepare(String protocol, String prefix) throws Exception {
    byte[] key = new byte[32];
    new Random(1).nextBytes(key);
    Path file = Files.createFile(dir.resolve("seal.key"), OWNER_ONLY);
    Files.writeString(file, Base64.getEncoder().encodeToString(key));
    grantAll(prefix);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> {
          for (Actor actor : Actor.values()) {
            new Refusal(as(actor, protocol, prefix), actor).check();
          }
        });
    Cluster operator = as(Actor.OPERATOR, protocol, prefix);
    operator.createTopics(operator.world().topics());
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORDS, "SASL_SSL"})
  void everyRoleDoesItsWorkWithTheRightsOfTheTableAndNoOthers(String protocol) throws Exception {
    String prefix = "work-" + protocol.toLowerCase(Locale.ROOT);
    prepare(protocol, prefix);
    Cluster operator = as(Actor.OPERATOR, protocol, prefix);
    new WatchBook(operator).accept(WatchFiles.readAll(SEEDS.resolve("watches")));
    try (WebhookReceiver receiver = WebhookReceiver.answering()) {
      accept(operator, receiver);
      try (OneProcess _ = started(Actor.PROCESSOR, protocol, prefix);
          OneProcess _ = started(Actor.ALERTS, protocol, prefix);
          var progress = new Progress(Terminal.ofProcess())) {
        new CorpusIntake(as(Actor.INGEST, protocol, prefix), Clock.systemUTC())
            .read(SEEDS, null, progress);
        receiver.await(5);
        await()
            .atMost(LIMIT)
            .untilAsserted(() ->
                assertThat(
                        operator.snapshot().entries(operator.world().attempts()).stream()
                            .map(Entry::key))
                    .hasSize(5));
      }
      var audit =
          new Audit(operator.world(), operator.snapshot(), Clock.systemUTC())
              .run(Duration.ofSeconds(10));
      assertThat(audit.isBalanced()).as(audit.text()).isTrue();
    }
  }

  private void accept(Cluster operator, WebhookReceiver receiver) {
    Config config = config(broker.client(PASSWORDS, "operator"), "any", "operator");
    List<String> secrets = new Sealing(config).referencesOf("desk", List.of(Secrets.fresh()));
    new EndpointBook(operator, Clock.systemUTC())
        .accept(
            new Wanted(
                "desk",
                receiver.uri("/hook").toString(),
                Endpoint.Format.STANDARD,
                secrets,
                List.of(),
                Endpoint.Policy.STANDARD),
            Instant.EPOCH);
  }

  @ParameterizedTest
  @EnumSource(Actor.class)
  void whoeverLacksARightIsToldWhichOneAndHowToGrantIt(Actor actor) throws Exception {
    String prefix = "lacking-" + actor.label();
    prepare(PASSWORDS, prefix);
    World world = World.live(prefix);
    superUser
        .createTopics(
            Stream.of("processor", "ledger")
                .map(name -> new NewTopic(world.id(name + "-store-changelog"), 1, (short) 1))
                .toList())
        .all()
        .get(30, TimeUnit.SECONDS);
    Cluster cluster = as(actor, PASSWORDS, prefix);
    for (Right right : AccessTable.of(actor, world)) {
      revoke(actor, right);
      await()
          .atMost(LIMIT)
          .untilAsserted(() ->
              assertThatThrownBy(new Refusal(cluster, actor)::check)
                  .isInstanceOfSatisfying(Failure.class, failure -> names(failure, actor, right)));
      grant(actor, List.of(right));
      await().atMost(LIMIT).untilAsserted(new Refusal(cluster, actor)::check);
    }
  }

  private static void names(Failure failure, Actor actor, Right right) {
    assertThat(failure.code()).isEqualTo(ExitCode.NO_PERMISSION);
    assertThat(failure.line())
        .doesNotContain("\n")
        .startsWith(user(actor) + " lacks " + right.text())
        .contains("kafka-acls.sh", "--allow-principal '" + user(actor) + "'", right.name());
  }

  @ParameterizedTest
  @CsvSource({
    "PROCESSOR, WRITE, TOPIC",
    "PROCESSOR, WRITE, TRANSACTIONAL_ID",
    "ALERTS, READ, GROUP",
    "INGEST, READ, GROUP"
  })
  void aRightThatIsTakenAwayEndsTheRoleWithItsName(
      Actor actor, AclOperation operation, ResourceType type) throws Exception {
    String prefix = "revoked-" + actor.label() + "-" + type.name().toLowerCase(Locale.ROOT);
    prepare(PASSWORDS, prefix);
    Cluster operator = as(Actor.OPERATOR, PASSWORDS, prefix);
    new WatchBook(operator).accept(WatchFiles.readAll(SEEDS.resolve("watches")));
    Right right =
        AccessTable.of(actor, World.live(prefix)).stream()
            .filter(r -> r.operation() == operation && r.type() == type)
            .findFirst()
            .orElseThrow();
    try (OneProcess process = started(actor, PASSWORDS, prefix)) {
      revoke(actor, right);
      publish(prefix);
      Failure failure =
          process.failure().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      names(failure, actor, right);
    }
  }

  private static void publish(String prefix) throws Exception {
    var topic = World.live(prefix).articles();
    Map<String, Object> client = Map.of("bootstrap.servers", broker.address("INNER"));
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), topic.value().serializer())) {
      var article = Sample.article().build();
      producer
          .send(new ProducerRecord<>(topic.name(), article.articleId(), article))
          .get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void aRoleThatFindsATopicMissingAndMayNotCreateItSaysSo() throws Exception {
    grantAll("missing");
    await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThatThrownBy(() -> started(Actor.PROCESSOR, PASSWORDS, "missing").close())
                .isInstanceOfSatisfying(
                    Failure.class,
                    failure -> assertThat(failure.code()).isEqualTo(ExitCode.NO_PERMISSION))
                .hasMessageContainingAll(
                    "topic missing.", "is missing and may not be created", "parley topics create"));
  }

  @Test
  void aWrongPasswordIsNamedForWhatItIs() {
    Config config = config(broker.client(PASSWORDS, "ingest", "wrong"), "any", "ingest");
    assertThatThrownBy(() -> Cluster.find(config))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.NO_PERMISSION))
        .hasMessageContainingAll("refuses the connection", "kafka.sasl");
  }

  @Test
  void aClientThatDoesNotLogInIsToldThatItMayHaveTo() {
    Config config =
        config(
            Map.of("bootstrap.servers", broker.address("PASSWORD"), "broker.timeout", "2"),
            "any",
            "ingest");
    assertThatThrownBy(() -> Cluster.find(config))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.UNAVAILABLE))
        .hasMessageContainingAll("no Kafka broker answers", "kafka.security.protocol");
  }
}
