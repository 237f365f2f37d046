package org.parley.alerts.ledger;

import java.time.Instant;
import org.parley.contract.Outcome;

/// That a delivery has ended, so that it is not made again.
///
/// @param outcome how
/// @param at when
record Settled(Outcome outcome, Instant at) {}
