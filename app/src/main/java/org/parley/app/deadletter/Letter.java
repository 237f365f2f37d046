package org.parley.app.deadletter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.DeadLetter;

/// A dead letter where it lies.
///
/// @param partition of its record
/// @param offset of its record
/// @param writtenAt its record's timestamp
/// @param letter what it says
/// @param replayedAt when it was last written back, where it was
@JsonPropertyOrder("id")
public record Letter(
    int partition,
    long offset,
    Instant writtenAt,
    DeadLetter letter,
    @Nullable Instant replayedAt) {
  /// `partition-offset`: never changes.
  @JsonProperty
  public String id() {
    return id(partition, offset);
  }

  static String id(int partition, long offset) {
    return partition + "-" + offset;
  }

  Letter replayed(Instant at) {
    return new Letter(partition, offset, writtenAt, letter, at);
  }

  Letter withoutValue() {
    DeadLetter light =
        new DeadLetter(
            letter.step(),
            letter.topic(),
            letter.partition(),
            letter.offset(),
            letter.key(),
            null,
            letter.reason(),
            letter.exception(),
            letter.at());
    return new Letter(partition, offset, writtenAt, light, replayedAt);
  }

  /// Whether it is of a delivery, which the ledger gave up, and not of a record.
  @JsonIgnore
  public boolean isDelivery() {
    return letter.offset() < 0 && letter.partition() < 0;
  }
}
