/// Feeds, polled for as long as the process lives: each entry an article, once.
@NullMarked
package org.parley.ingest.feed;

import org.jspecify.annotations.NullMarked;
