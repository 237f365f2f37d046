@NullMarked
package org.parley.ingest.feed;

import org.jspecify.annotations.NullMarked;
