/// The contract: every record that crosses a Kafka topic, and the rules that make its identity.
@NullMarked
package org.parley.contract;

import org.jspecify.annotations.NullMarked;
