package org.parley.app.role;

import org.apache.kafka.streams.KafkaStreams;

/// The health of a Kafka Streams client, told by its state.
final class StreamsHealth {
  private StreamsHealth() {}

  static Health of(KafkaStreams.State state) {
    return switch (state) {
      case CREATED -> new Health(Health.State.STARTING, "about to start");
      case REBALANCING ->
          new Health(Health.State.STARTING, "takes over partitions and restores its state");
      case RUNNING -> new Health(Health.State.RUNNING, "running");
      case PENDING_SHUTDOWN, NOT_RUNNING -> new Health(Health.State.STOPPED, "stopped");
      case PENDING_ERROR, ERROR ->
          new Health(Health.State.FAILED, "stopped by an error; its log says which");
    };
  }
}
