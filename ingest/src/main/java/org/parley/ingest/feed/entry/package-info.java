/// An entry of a feed in, what tells it from others and its article out.
@NullMarked
package org.parley.ingest.feed.entry;

import org.jspecify.annotations.NullMarked;
