package org.parley.app.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.parley.app.access.Right.group;
import static org.parley.app.access.Right.topic;
import static org.parley.app.access.Right.topics;
import static org.parley.app.access.Right.transactions;

import java.util.List;
import org.parley.alerts.ledger.PendingLog;
import org.parley.contract.topic.World;

/// The rights that each actor needs, said once: `docs/acls.md` is made of it, `parley topics acls`
/// prints it, and a test grants it on a real cluster and takes each right away in turn.
///
/// DESCRIBE is not in it where READ or WRITE is, since Kafka takes it as given with them. Nor is
/// CREATE on the world's own topics: `parley topics create` makes them, once.
public final class AccessTable {
  private AccessTable() {}

  public static List<Right> of(Actor actor, World world) {
    return switch (actor) {
      case INGEST -> ingest(world);
      case PROCESSOR -> processor(world);
      case ALERTS -> alerts(world);
      case OPERATOR -> operator(world);
    };
  }

  private static List<Right> ingest(World world) {
    return List.of(
        topic(WRITE, world.articles().name(), "articles out"),
        topic(READ, world.sources().name(), "what was published before"),
        topic(WRITE, world.sources().name(), "the state of each source"),
        topic(READ, world.feeds().name(), "which feeds to poll"),
        topic(WRITE, world.notices().name(), "what is wrong with a feed"),
        group(READ, world.id("ingest"), "feeds are shared out among instances"),
        transactions(world.id("ingest-"), "article and state together, once"));
  }

  private static List<Right> processor(World world) {
    String application = world.id("processor");
    String own = application + "-";
    return List.of(
        topic(READ, world.articles().name(), "articles in"),
        topic(READ, world.watches().name(), "who wants what"),
        topic(READ, world.matches().name(), "the lanes' log"),
        topic(WRITE, world.matches().name(), "the lanes' log"),
        topic(WRITE, world.stories().name(), "stories out"),
        topic(WRITE, world.members().name(), "their articles out"),
        topic(WRITE, world.alerts().name(), "alerts out"),
        topics(WRITE, world.alerts().name() + ".", "the alerts of each watch"),
        topic(WRITE, world.deadLetters().name(), "records that cannot be processed"),
        topic(WRITE, world.notices().name(), "watches that cannot be read"),
        group(READ, application, "articles are shared out among instances"),
        transactions(own, "exactly once"),
        topics(CREATE, own, "changelogs of its stores"),
        topics(READ, own, "to restore its stores"),
        topics(WRITE, own, "changelogs of its stores"));
  }

  private static List<Right> alerts(World world) {
    String application = world.id("ledger");
    String own = application + "-";
    return List.of(
        topic(READ, world.alerts().name(), "alerts in"),
        topic(READ, world.endpoints().name(), "where to"),
        topic(WRITE, world.endpoints().name(), "an endpoint that is gone is disabled"),
        topic(WRITE, world.attempts().name(), "what came of each attempt"),
        topic(WRITE, world.deadLetters().name(), "deliveries given up"),
        topic(WRITE, world.notices().name(), "endpoints disabled or refused"),
        group(READ, application, "endpoints are shared out among instances"),
        topics(CREATE, own, "changelogs of its stores, deliveries by endpoint"),
        topics(READ, own, "to restore its stores, deliveries by endpoint"),
        topics(WRITE, own, "changelogs of its stores, deliveries by endpoint"),
        topics(DELETE, own, "deliveries by endpoint are deleted once they are in the ledger"));
  }

  private static List<Right> operator(World world) {
    String all = world.prefix() + ".";
    return List.of(
        topics(CREATE, all, "`topics create`, and the topic of each watch"),
        topics(READ, all, "`tail`, `audit`, every list"),
        topics(WRITE, all, "watches, endpoints and feeds; `dlq replay`"),
        topics(DESCRIBE_CONFIGS, all, "`doctor` checks the topics' settings"),
        topic(READ, PendingLog.topic(world), "`audit` and `doctor` look for what is pending"),
        group(DESCRIBE, world.id("processor"), "how far behind it is"),
        group(DESCRIBE, world.id("ledger"), "how far behind it is"),
        group(DESCRIBE, world.id("ingest"), "which instances poll"));
  }
}
