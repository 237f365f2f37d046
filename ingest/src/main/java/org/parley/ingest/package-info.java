/// Sources in, articles out.
@NullMarked
package org.parley.ingest;

import org.jspecify.annotations.NullMarked;
