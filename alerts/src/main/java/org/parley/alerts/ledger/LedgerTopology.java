package org.parley.alerts.ledger;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.parley.alerts.delivery.Delivery;
import org.parley.contract.topic.JsonSerde;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;

/// The ledger's wiring: alerts × endpoints, repartitioned by endpoint, to the one writer of each
/// endpoint's state.
public final class LedgerTopology {
  private static final String APPLICATION = "ledger";

  private LedgerTopology() {}

  public static Topology build(LedgerSetup setup, StreamsConfig config) {
    var builder = new StreamsBuilder(new TopologyConfig(config));
    addStores(builder, setup);
    owed(builder, setup)
        .process(
            () -> new LedgerProcessor(setup),
            Named.as(Nodes.LEDGER),
            Stores.PENDING,
            Stores.SETTLED,
            Stores.STATES,
            Stores.NEWEST);
    Topology topology = builder.build();
    World world = setup.world();
    sink(topology, Nodes.POISON, world.deadLetters(), Nodes.FAN_OUT);
    sink(topology, Nodes.ATTEMPTS, world.attempts(), Nodes.LEDGER);
    sink(topology, Nodes.DEAD_LETTERS, world.deadLetters(), Nodes.LEDGER);
    sink(topology, Nodes.NOTICES, world.notices(), Nodes.LEDGER);
    sink(topology, Nodes.DISABLED, world.endpoints(), Nodes.LEDGER);
    return topology;
  }

  private static void addStores(StreamsBuilder builder, LedgerSetup setup) {
    World world = setup.world();
    builder
        .addStateStore(Stores.recent())
        .addStateStore(Stores.pending())
        .addStateStore(Stores.settled())
        .addStateStore(Stores.states())
        .addStateStore(Stores.newest());
    var startedAt = setup.clock().instant();
    builder.addGlobalStore(
        Stores.endpoints(),
        world.endpoints().name(),
        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(Nodes.ENDPOINTS),
        () -> new EndpointsFeed(world.endpoints(), setup.endpoints(), startedAt, setup.notices()));
  }

  // FanOut forwards deliveries to this stream, and dead letters to a sink of their own.
  @SuppressWarnings("unchecked")
  private static KStream<String, Delivery> owed(StreamsBuilder builder, LedgerSetup setup) {
    World world = setup.world();
    KStream<String, Object> fannedOut =
        builder.stream(
                world.alerts().name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("alerts"))
            .process(
                () -> new FanOut(world.alerts(), setup.endpoints(), setup.clock()),
                Named.as(Nodes.FAN_OUT),
                Stores.RECENT);
    return ((KStream<String, Delivery>) (KStream<String, ?>) fannedOut)
        .repartition(
            Repartitioned.with(Serdes.String(), JsonSerde.plain(Delivery.class))
                .withName("by-endpoint")
                .withNumberOfPartitions(world.alerts().partitions()));
  }

  private static void sink(Topology topology, String name, Topic<?> topic, String parent) {
    topology.addSink(
        name, topic.name(), topic.key().serializer(), topic.value().serializer(), parent);
  }

  /// The application id: the name of its consumer group, and how its internal topics begin.
  public static String application(World world) {
    return world.id(APPLICATION);
  }

  /// The topic through which deliveries reach the task of their endpoint.
  public static String byEndpoint(World world) {
    return application(world) + "-by-endpoint-repartition";
  }
}
