/// A feed's bytes in, its entries out: pure functions, without network, Kafka or clock.
@NullMarked
package org.parley.ingest.feed.read;

import org.jspecify.annotations.NullMarked;
