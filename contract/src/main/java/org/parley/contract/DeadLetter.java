package org.parley.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record or a delivery that was given up, with the reason and all that is needed to try again.
///
/// @param step where it was given up: `analyse`, `lane`, `alert`, `ledger`
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

  public DeadLetter {
    Require.text(step, "step");
    Require.text(topic, "topic");
    Require.text(reason, "reason");
    Require.present(at, "at");
    value = Require.atMost(MAX_VALUE, value);
  }
}
