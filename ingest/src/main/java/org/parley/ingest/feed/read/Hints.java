package org.parley.ingest.feed.read;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How often a feed asks to be polled. What is not understood is left out.
///
/// @param ttl RSS's `ttl`; longer than zero
/// @param updatePeriod syndication's `updatePeriod` by its `updateFrequency`; longer than zero
/// @param skipHours hours of the day in UTC, 0 to 23, in which not to poll
/// @param skipDays days of the week in UTC on which not to poll
public record Hints(
    @Nullable Duration ttl,
    @Nullable Duration updatePeriod,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays) {
  /// A feed that asks for nothing.
  public static final Hints NONE = new Hints(null, null, Set.of(), Set.of());

  public Hints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }
}
