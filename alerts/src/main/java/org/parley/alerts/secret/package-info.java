/// Where the secrets of endpoints come from, and how they are kept.
@NullMarked
package org.parley.alerts.secret;

import org.jspecify.annotations.NullMarked;
