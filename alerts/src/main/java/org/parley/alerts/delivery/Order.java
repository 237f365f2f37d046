package org.parley.alerts.delivery;

import java.util.function.BooleanSupplier;

/// Leave to make one attempt, already counted.
///
/// @param delivery what to send
/// @param number of the attempt, from 1
/// @param slots how many attempts its endpoint may have running at one time
/// @param mayStart asked right before the first packet; where it says no, nothing is sent
public record Order(Delivery delivery, int number, int slots, BooleanSupplier mayStart) {}
