/// HTML pages in, clean text with the way back to the page out.
@NullMarked
package org.parley.ingest.page;

import org.jspecify.annotations.NullMarked;
