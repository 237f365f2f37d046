/// Counts from outside whether every alert reached everyone who was owed it.
@NullMarked
package org.parley.alerts.audit;

import org.jspecify.annotations.NullMarked;
