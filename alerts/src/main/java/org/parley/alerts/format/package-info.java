/// What a delivery looks like on the wire.
@NullMarked
package org.parley.alerts.format;

import org.jspecify.annotations.NullMarked;
