@NullMarked
package org.parley.ingest.feed.poll;

import org.jspecify.annotations.NullMarked;
