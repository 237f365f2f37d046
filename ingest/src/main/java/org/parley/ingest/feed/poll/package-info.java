/// One check of a feed: asking for it, and what the answer means in plain words.
@NullMarked
package org.parley.ingest.feed.poll;

import org.jspecify.annotations.NullMarked;
