/// A real Kafka broker inside this process.
@NullMarked
package org.parley.broker;

import org.jspecify.annotations.NullMarked;
