package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record or a delivery that was given up, with the reason and all that is needed to try again.
///
/// @param step where it was given up: `analyse`, `lane`, `alert`, `ledger`; or `replayed`, the mark
///   that the dead letter at `partition` and `offset` of this topic was written back to its origin
/// @param topic it came from
/// @param partition it came from
/// @param offset it stood at; -1 for a delivery
/// @param key of the record, as text
/// @param value of the record: as text where it is UTF-8, else in base64 after `base64:`; at most
///   [#MAX_VALUE] characters
/// @param reason for a person
/// @param exception the class of the failure, where there was one
/// @param at the record's timestamp
public record DeadLetter(
    String step,
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable String value,
    String reason,
    @Nullable String exception,
    Instant at) {
  /// How much of a value is kept.
  public static final int MAX_VALUE = 4 * 1024 * 1024;

  private static final String REPLAYED = "replayed";

  public DeadLetter {
    Require.text(step, "step");
    Require.text(topic, "topic");
    Require.text(reason, "reason");
    Require.present(at, "at");
    value = Require.atMost(MAX_VALUE, value);
  }

  /// The mark that a dead letter was written back.
  ///
  /// @param topic of the dead letters
  /// @param partition of the dead letter
  /// @param offset of the dead letter
  /// @param to where it was written, for a person
  public static DeadLetter replayMark(
      String topic, int partition, long offset, String to, Instant at) {
    return new DeadLetter(
        REPLAYED, topic, partition, offset, null, null, "written back to " + to, null, at);
  }

  /// Whether it is no failure, but the mark that one was written back.
  @JsonIgnore
  public boolean isReplayMark() {
    return step.equals(REPLAYED);
  }
}
