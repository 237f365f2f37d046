/// Lists of feeds, in files: OPML, or a URL a line.
@NullMarked
package org.parley.ingest.feed.list;

import org.jspecify.annotations.NullMarked;
