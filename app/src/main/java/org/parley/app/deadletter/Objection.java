package org.parley.app.deadletter;

import org.jspecify.annotations.Nullable;
import org.parley.contract.topic.Topic;
import org.parley.contract.topic.World;

/// Why a dead letter is not to be written back. No Kafka here.
final class Objection {
  private Objection() {}

  /// @param again whether one that was written back may be once more
  /// @return one line for a person; none when nothing speaks against it
  static @Nullable String to(Letter letter, World world, boolean again) {
    if (letter.isDelivery()) {
      return "is a delivery, and the ledger has no way to send one again: it sends nothing twice"
          + " within 30 days; tell the receiver by hand (`parley dlq show "
          + letter.id()
          + "` has the alert)";
    }
    if (letter.replayedAt() != null && !again) {
      return "was written back at " + letter.replayedAt() + "; --again does it once more";
    }
    String origin = letter.letter().topic();
    if (origin.equals(world.deadLetters().name()) || origin(letter, world) == null) {
      return "came from '" + origin + "', which is no topic that it could be written back to";
    }
    return null;
  }

  /// The topic that the record came from; none when it is not one of this world.
  static @Nullable Topic<?> origin(Letter letter, World world) {
    String name = letter.letter().topic();
    String perWatch = world.alerts().name() + ".";
    if (name.startsWith(perWatch) && name.length() > perWatch.length()) {
      return world.alertsOf(name.substring(perWatch.length()));
    }
    return world.topics().stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
