/// One delivery at a time: how it is sent, and what to do about what came of it. No Kafka here.
@NullMarked
package org.parley.alerts.delivery;

import org.jspecify.annotations.NullMarked;
