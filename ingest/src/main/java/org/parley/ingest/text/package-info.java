/// From scraped text to an article's clean text: title, body, and the way back to the source.
@NullMarked
package org.parley.ingest.text;

import org.jspecify.annotations.NullMarked;
