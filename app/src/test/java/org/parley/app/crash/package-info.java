/// Parley in processes of its own that are killed, stopped and starved.
@NullMarked
package org.parley.app.crash;

import org.jspecify.annotations.NullMarked;
