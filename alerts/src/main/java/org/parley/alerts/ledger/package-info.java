/// Who is owed what, and what became of it: the Kafka Streams application that alone writes an
/// endpoint's state.
@NullMarked
package org.parley.alerts.ledger;

import org.jspecify.annotations.NullMarked;
