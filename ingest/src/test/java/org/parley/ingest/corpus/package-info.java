@NullMarked
package org.parley.ingest.corpus;

import org.jspecify.annotations.NullMarked;
