/// Articles and the state of their sources into Kafka, in one transaction.
@NullMarked
package org.parley.ingest.publish;

import org.jspecify.annotations.NullMarked;
