@NullMarked
package org.parley.ingest.publish;

import org.jspecify.annotations.NullMarked;
