@NullMarked
package org.parley.ingest.feed.entry;

import org.jspecify.annotations.NullMarked;
