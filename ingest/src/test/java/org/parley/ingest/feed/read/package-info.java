@NullMarked
package org.parley.ingest.feed.read;

import org.jspecify.annotations.NullMarked;
