package org.parley.app.deadletter;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.contract.DeadLetter;

/// Which dead letters are meant: those that fit every part that is given.
///
/// @param step such as `analyse`
/// @param topic where they came from, with or without the world's prefix
/// @param since the first moment at which they were given up
/// @param reason part of the reason, in any case
public record Selection(
    @Nullable String step,
    @Nullable String topic,
    @Nullable Instant since,
    @Nullable String reason) {
  public static final Selection ALL = new Selection(null, null, null, null);

  public boolean isAll() {
    return equals(ALL);
  }

  boolean covers(Letter found) {
    DeadLetter letter = found.letter();
    return (step == null || step.equalsIgnoreCase(letter.step()))
        && (topic == null || letter.topic().equals(topic) || letter.topic().endsWith("." + topic))
        && (since == null || !found.writtenAt().isBefore(since))
        && (reason == null || lower(letter.reason()).contains(lower(reason)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
