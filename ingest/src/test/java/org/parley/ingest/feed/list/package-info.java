@NullMarked
package org.parley.ingest.feed.list;

import org.jspecify.annotations.NullMarked;
