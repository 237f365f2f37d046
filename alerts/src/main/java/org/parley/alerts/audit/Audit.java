package org.parley.alerts.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.parley.alerts.audit.AuditResult.Owed;
import org.parley.alerts.ledger.PendingLog;
import org.parley.contract.Alert;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.TopicSnapshot;
import org.parley.contract.topic.World;

/// Counts, from outside and from the topics alone, whether matched = delivered + pending + dead +
/// superseded + cancelled + silenced:
///
/// - matched: every alert of the log with every endpoint that was owed it, recounted;
/// - pending: what the log of the ledger's store holds;
/// - all else: the last outcomes in the log of attempts.
///
/// Deliveries are compared one by one, so a loss and a surplus do not cancel out. It may run beside
/// a ledger at work, which then has some time to catch up.
public final class Audit {
  /// As long as the topics of a live world keep their records.
  private static final Duration RETENTION = Duration.ofDays(30);

  private final World world;
  private final TopicSnapshot topics;
  private final Clock clock;

  /// @param topics of the cluster that the world is on
  public Audit(World world, TopicSnapshot topics, Clock clock) {
    this.world = world;
    this.topics = topics;
    this.clock = clock;
  }

  /// Counts, and counts again while the sum does not hold: alerts may not have reached the ledger
  /// yet.
  ///
  /// @param patience how long to go on
  /// @return what was counted last
  public AuditResult run(Duration patience) {
    long begun = System.nanoTime();
    while (true) {
      AuditResult result = count();
      if (result.isBalanced() || System.nanoTime() - begun > patience.toNanos()) {
        return result;
      }
    }
  }

  /// Counts once. In this order, a delivery that moves on meanwhile is seen at least in one place:
  /// it stays pending until its end is in the log of attempts, and is never there before its alert.
  private AuditResult count() {
    var account = new Account();
    PendingLog.read(topics, world).values().forEach(waiting -> account.pending(owed(waiting)));
    read(world.attempts(), (attempt, _) -> account.attempt(attempt));
    Instant oldest = world.isReplay() ? Instant.MIN : clock.instant().minus(RETENTION);
    read(
        world.alerts(),
        (Alert alert, Instant written) -> {
          if (written.isAfter(oldest)) {
            account.alert(alert);
          }
        });
    topics.latest(world.endpoints()).values().forEach(account::endpoint);
    return account.balance();
  }

  private interface Reader<V> {
    void read(V value, Instant written);
  }

  private <V> void read(Topic<V> topic, Reader<V> reader) {
    topics.read(
        topic.name(),
        topic.value().deserializer(),
        entry -> {
          V value = entry.value();
          // What is no such record is a dead letter, and owed to nobody.
          if (value != null) {
            reader.read(value, entry.timestamp());
          }
        });
  }

  private static Owed owed(PendingLog.Waiting waiting) {
    return new Owed(
        waiting.deliveryId(), waiting.endpointId(), waiting.alertId(), waiting.alertRevision());
  }
}
