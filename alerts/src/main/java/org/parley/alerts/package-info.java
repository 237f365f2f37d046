/// Alerts in, signed webhooks out.
@NullMarked
package org.parley.alerts;

import org.jspecify.annotations.NullMarked;
