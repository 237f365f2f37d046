package org.parley.processor.story;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether one text derives from another: cut, framed by another site, re-headlined, lightly
/// rewritten, updated. By containment (shared shingles over those of the smaller text; Broder 1997)
/// and not by resemblance, since a cut copy has low resemblance and full containment.
///
/// Recurring notices (daily loss counts, rates) share their sentences and are not copies: texts
/// that appear hours apart and whose numbers differ are told apart. Very short texts are copies
/// only when they are the same.
///
/// @param leastContainment from which on a text is a copy
/// @param leastShared the fewest shingles that must be shared
/// @param apart how far apart in time numbers that differ tell two texts apart
record CopyRule(double leastContainment, int leastShared, Duration apart) {
  static final CopyRule STANDARD = new CopyRule(.5, 12, Duration.ofHours(6));

  /// How many numbers a text must have for them to speak.
  private static final int LEAST_NUMBERS = 2;

  private static final double LEAST_NUMBERS_SHARED = .5;

  /// @param between the time between the two
  /// @return what they share, or `null` when neither is a copy of the other
  Shingles.@Nullable Overlap compare(Shingles one, Shingles other, Duration between) {
    Shingles.Overlap overlap = one.with(other);
    boolean copy =
        overlap.isSame()
            || (overlap.shared() >= leastShared
                && overlap.containment() >= leastContainment
                && !(between.compareTo(apart) >= 0 && numbersDiffer(one, other)));
    return copy ? overlap : null;
  }

  private static boolean numbersDiffer(Shingles one, Shingles other) {
    Shingles.Overlap numbers = one.numbersWith(other);
    return numbers.smaller() >= LEAST_NUMBERS && numbers.containment() < LEAST_NUMBERS_SHARED;
  }
}
