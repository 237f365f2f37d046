package org.parley.alerts.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What lies before one endpoint, as of the last second.
///
/// @param pending deliveries that have not ended, those under way included
/// @param oldest when the one that has waited longest came, of those that are next in line, tried
///   as a probe or under way; none when nothing is pending
/// @param out attempts handed to the courier
/// @param breakerOpen whether only a probe is tried
public record Load(int pending, @Nullable Instant oldest, int out, boolean breakerOpen) {}
