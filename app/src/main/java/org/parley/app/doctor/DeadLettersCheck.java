package org.parley.app.doctor;

import java.util.List;
import org.parley.app.deadletter.Letter;

/// Whether anything was given up that nobody has looked after.
final class DeadLettersCheck {
  private static final String NAME = "dead-letters";

  private DeadLettersCheck() {}

  /// @param letters all, oldest first
  static Verdict verdict(List<Letter> letters) {
    List<Letter> open = letters.stream().filter(letter -> letter.replayedAt() == null).toList();
    if (open.isEmpty()) {
      return Verdict.ok(
          NAME, letters.isEmpty() ? "none" : "all " + letters.size() + " written back");
    }
    Letter newest = open.getLast();
    return Verdict.warn(
        NAME,
        open.size() + ", the newest " + newest.id() + ": " + newest.letter().reason(),
        "`parley dlq list` shows them");
  }
}
