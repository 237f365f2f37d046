/// Everything in one process: broker, processor and ledger, started and stopped in order.
@NullMarked
package org.parley.app.process;

import org.jspecify.annotations.NullMarked;
