package org.parley.alerts.ledger;

import java.time.Instant;

/// The newest revision of an alert that an endpoint is owed.
///
/// @param revision from 2 on; an alert without an update is not kept here
/// @param at when it came
record Newest(int revision, Instant at) {}
