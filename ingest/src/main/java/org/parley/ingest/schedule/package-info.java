/// When to poll which feed: decisions without a clock or a network of their own.
@NullMarked
package org.parley.ingest.schedule;

import org.jspecify.annotations.NullMarked;
