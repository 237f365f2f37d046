package org.parley.app.doctor;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.parley.alerts.ledger.LedgerTopology;
import org.parley.alerts.ledger.PendingLog;
import org.parley.app.AwaitException;
import org.parley.app.Cluster;
import org.parley.app.book.EndpointBook;
import org.parley.app.book.FeedBook;
import org.parley.app.book.WatchBook;
import org.parley.app.config.Config;
import org.parley.app.deadletter.DeadLetterBook;
import org.parley.app.deadletter.Selection;
import org.parley.app.doctor.LagCheck.Group;
import org.parley.app.doctor.PortCheck.Listener;
import org.parley.app.feed.FeedHealth;
import org.parley.broker.EmbeddedBroker;
import org.parley.console.ConsoleSettings;
import org.parley.contract.FeedState;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;

/// Looks an installation over: what this machine has, and, where a broker answers, what the cluster
/// says. Changes nothing.
public final class Doctor {
  private final Config config;
  private final Clock clock;

  public Doctor(Config config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /// Every check, in the order of the article's path: machine, broker, topics, readers, deliveries.
  public List<Verdict> examine() {
    boolean embedded = config.bootstrapServers() == null;
    String running = EmbeddedBroker.addressIn(config.dataDir()).orElse(null);
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(JdkCheck.look());
    verdicts.add(DiskCheck.look(config.dataDir()));
    verdicts.add(DataDirCheck.look(config.dataDir(), running));
    verdicts.addAll(running == null ? ports(embedded) : List.of(PortCheck.running()));
    verdicts.addAll(cluster(embedded ? running : config.bootstrapServers()));
    return verdicts;
  }

  private List<Verdict> ports(boolean embedded) {
    List<Verdict> verdicts = new ArrayList<>();
    if (embedded) {
      var broker =
          new Listener(
              "broker",
              "broker.port",
              InetAddress.getLoopbackAddress(),
              config.brokerPort(),
              false);
      verdicts.add(PortCheck.look(broker));
    }
    ConsoleSettings console = config.console();
    if (console != null) {
      verdicts.add(
          PortCheck.look(
              new Listener(
                  "console", "console.port", console.bind(), console.port(), console.orFree())));
    }
    return verdicts;
  }

  private List<Verdict> cluster(@Nullable String servers) {
    if (servers == null) {
      return List.of(BrokerCheck.absent(config.dataDir()));
    }
    Cluster cluster = Cluster.at(servers, World.live(config.prefix()), config);
    Verdict broker = BrokerCheck.look(cluster);
    List<Verdict> verdicts = new ArrayList<>(List.of(broker));
    if (broker.level() != Verdict.Level.FAIL) {
      try (var facts = new ClusterFacts(cluster)) {
        verdicts.addAll(topics(cluster, facts));
        verdicts.addAll(lag(cluster.world(), facts));
        verdicts.addAll(clock(cluster.world(), facts));
        verdicts.addAll(asked(FeedsCheck.NAME, () -> feeds(cluster, facts)));
        verdicts.addAll(deliveries(cluster));
      }
    }
    return verdicts;
  }

  private List<Verdict> topics(Cluster cluster, ClusterFacts facts) {
    World world = cluster.world();
    return asked(
        "topics",
        () -> {
          List<Topic<?>> wanted = new ArrayList<>(world.topics());
          new WatchBook(cluster).watches().keySet().forEach(id -> wanted.add(world.alertsOf(id)));
          return TopicsCheck.verdicts(
              wanted, facts.topics(wanted.stream().map(Topic::name).toList()), world.matches());
        });
  }

  private List<Verdict> lag(World world, ClusterFacts facts) {
    String processor = world.id("processor");
    String ledger = LedgerTopology.application(world);
    List<String> articles = List.of(world.articles().name(), world.matches().name());
    List<String> alerts = List.of(world.alerts().name(), LedgerTopology.byEndpoint(world));
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.addAll(asked(LagCheck.NAME, () -> group("processor", processor, articles, facts)));
    verdicts.addAll(asked(LagCheck.NAME, () -> group("alerts", ledger, alerts, facts)));
    return verdicts;
  }

  /// @param role as the command that starts it alone is called
  private static List<Verdict> group(
      String role, String group, List<String> topics, ClusterFacts facts) {
    long behind = facts.behind(group, topics);
    return List.of(LagCheck.verdict(new Group(role, facts.members(group), behind)));
  }

  private List<Verdict> clock(World world, ClusterFacts facts) {
    List<String> names = world.topics().stream().map(Topic::name).toList();
    return asked("clock", () -> List.of(ClockCheck.verdict(clock.instant(), facts.newest(names))));
  }

  private List<Verdict> feeds(Cluster cluster, ClusterFacts facts) {
    Map<String, FeedHealth> feeds = new TreeMap<>();
    for (FeedBook.Listed feed : new FeedBook(cluster, clock).list()) {
      FeedState state = feed.state() == null ? null : feed.state().feed();
      feeds.put(feed.feed().url(), FeedHealth.of(state, clock.instant()));
    }
    return FeedsCheck.verdicts(feeds, facts.members(cluster.world().id("ingest")));
  }

  private List<Verdict> deliveries(Cluster cluster) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.addAll(
        asked(
            "endpoints",
            () -> EndpointsCheck.verdicts(new EndpointBook(cluster, clock).endpoints())));
    verdicts.addAll(
        asked(
            "deliveries",
            () ->
                DeliveriesCheck.verdicts(
                    clock.instant(),
                    PendingLog.read(cluster.snapshot(), cluster.world()).values())));
    verdicts.addAll(
        asked(
            "dead-letters",
            () ->
                List.of(
                    DeadLettersCheck.verdict(new DeadLetterBook(cluster).list(Selection.ALL)))));
    return verdicts;
  }

  /// What a check says; a cluster that does not say what it needs is a finding, too.
  private static List<Verdict> asked(String check, Supplier<List<Verdict>> look) {
    try {
      return look.get();
    } catch (AwaitException | KafkaException e) {
      return List.of(
          Verdict.fail(
              check,
              "cannot be looked at: " + e.getMessage(),
              "give this user the right to describe topics and groups and to read Parley's topics"));
    }
  }
}
