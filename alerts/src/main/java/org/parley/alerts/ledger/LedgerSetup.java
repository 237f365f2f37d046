package org.parley.alerts.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.parley.alerts.delivery.Courier;
import org.parley.contract.Attempt;
import org.parley.contract.LatencyListener;
import org.parley.contract.Notice;
import org.parley.contract.topic.World;

/// What the ledger's topology is built from.
///
/// @param world whose topics
/// @param endpoints filled by the topology, read by it and by the courier
/// @param progress written by the topology
/// @param courier carries out orders
/// @param clock of due times
/// @param nanoTime as [System#nanoTime()]
/// @param session the session timeout of the consumers
/// @param commitInterval how often Kafka Streams commits
/// @param notices writes a notice from the global thread
/// @param listener is told each attempt as it is recorded, on a stream thread
/// @param latency is told how long delivered alerts took, on a stream thread
public record LedgerSetup(
    World world,
    Endpoints endpoints,
    Progress progress,
    Courier courier,
    Clock clock,
    LongSupplier nanoTime,
    Duration session,
    Duration commitInterval,
    Consumer<Notice> notices,
    Consumer<Attempt> listener,
    LatencyListener latency) {}
