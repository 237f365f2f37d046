package org.parley.alerts.ledger;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.parley.alerts.delivery.Courier;
import org.parley.alerts.delivery.Report;

/// What one task of the ledger works with.
///
/// @param mayAct whether nothing speaks against sending; asked from any thread
/// @param reports where the courier reports to, from any thread; they come back by [Ledger#report]
record Parts(
    Books books,
    Endpoints endpoints,
    Courier courier,
    Clock clock,
    Results results,
    BooleanSupplier mayAct,
    Consumer<Report> reports) {}
