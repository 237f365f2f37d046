/// What runs in one process: a broker if need be, and roles, started and stopped in order.
@NullMarked
package org.parley.app.process;

import org.jspecify.annotations.NullMarked;
